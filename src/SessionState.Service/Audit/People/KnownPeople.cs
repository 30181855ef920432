using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit.People;

/// <summary>Finds the row of a person and name, or adds it together with the record that needs it.</summary>
internal sealed class KnownPeople
{
    // The people of a day are few; so many that they are worth forgetting means that somebody makes names up.
    private const int MaxRemembered = 10_000;

    private readonly Dictionary<(string, string, string), Person> _people = [];

    /// <summary>Null where the record is of nobody with a name.</summary>
    public Person? Of(AuditDbContext context, AuditRecord record)
    {
        if (record.Actor is not { Iss: { } issuer, Sub: { } subject, Name: { } name })
        {
            return null;
        }

        if (_people.TryGetValue((issuer, subject, name), out var known))
        {
            return known;
        }

        var stored = context.People.Local
            .FirstOrDefault(person => person.Issuer == issuer && person.Subject == subject && person.Name == name) ?? context.People.AsNoTracking()
            .FirstOrDefault(person => person.Issuer == issuer && person.Subject == subject && person.Name == name);
        return stored ?? context.People.Add(Person.Create(issuer, subject, name)).Entity;
    }

    /// <summary>Somebody else may have worked on the database.</summary>
    public void Forget() => _people.Clear();

    /// <summary>To be called once the record is durable.</summary>
    public void Keep(Person? person)
    {
        if (person is not null)
        {
            if (_people.Count >= MaxRemembered)
            {
                _people.Clear();
            }

            _people[(person.Issuer, person.Subject, person.Name)] = person;
        }
    }
}

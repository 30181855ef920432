using Microsoft.EntityFrameworkCore;

namespace SessionState.Service.Audit.People;

/// <summary>What the people in some records are called; those whose names were erased have a pseudonym.</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, string> _names;

    private PersonNames(IQueryable<Person> people) => _names = people.AsNoTracking().ToDictionary(person => person.Key, person => person.Name);

    public static PersonNames All(AuditDbContext context) => new(context.People);

    public static PersonNames Of(AuditDbContext context, IEnumerable<AuditRow> rows)
    {
        var keys = rows.Select(row => row.Who).Distinct().ToList();
        return new(context.People.Where(person => keys.Contains(person.Key)));
    }

    public string Of(AuditRow row) => _names.TryGetValue(row.Who, out var name) ? name
        : Person.IsKey(row.Who) ? Person.Pseudonym(row.Who)
        : row.Who;
}

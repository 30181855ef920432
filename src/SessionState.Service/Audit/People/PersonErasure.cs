using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit.Checkpoints;

namespace SessionState.Service.Audit.People;

/// <summary>
/// Erases what a person is called, with the salts: their records then contain commitments that nobody can open. That it was done is
/// recorded first; if it breaks off after that it is done again.
/// </summary>
internal sealed class PersonErasure(AuditOpening opening, AuditDatabase database, AuditLog log)
{
    /// <summary>The pseudonyms that lists show from now on.</summary>
    public ServiceResult<IReadOnlyList<string>> Run(string issuer, string subject)
    {
        ServiceResult<IReadOnlyList<string>>? result = null;
        opening.Run((context, head) => result = Erase(context, head, issuer, subject));
        return result ?? Refused(log.ReadOnlyReason ?? "");
    }

    private ServiceResult<IReadOnlyList<string>> Erase(AuditDbContext context, AuditHead head, string issuer, string subject)
    {
        if (SignedPast.Contradiction(context, head, SignedPast.Newest(context)?.Text) is { } contradiction)
        {
            return Refused(contradiction);
        }

        var people = context.People.AsNoTracking()
            .Where(person => person.Issuer == issuer && person.Subject == subject)
            .OrderBy(person => person.Key)
            .ToList();
        if (people.Count == 0)
        {
            return Refused($"No name of {issuer}/{subject} is kept: it was erased before, or issuer or subject are written otherwise.");
        }

        log.Open(head, openIntent: null);
        if (log.TryAppend(Record(people)) is null)
        {
            return Refused(log.ReadOnlyReason ?? "");
        }

        Forget(people);
        return people.Select(person => Person.Pseudonym(person.Key)).ToList();
    }

    // Not only marked as free: overwritten, in the database and in its write-ahead log.
    private void Forget(List<Person> people)
    {
        using var context = database.CreateDbContext();
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA secure_delete = ON");
        var keys = people.ConvertAll(person => person.Key);
        context.People.Where(person => keys.Contains(person.Key)).ExecuteDelete();
        context.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static AuditRecord Record(List<Person> people) => new()
    {
        Type = AuditType.Erasure,
        Actor = AuditActor.Service,
        Via = AuditVia.Of("erase-person"),
        Erased = [.. people.Select(person => person.Who)],
        Res = new("person-erased", $"{people.Count} names of one person were erased on request."),
    };

    private static Problem Refused(string detail) => new(ProblemCodes.Invalid, "Nothing was erased", detail, 409);
}

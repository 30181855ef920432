using SessionState.Service.Audit.People;

namespace SessionState.Service.Hosting;

/// <summary>
/// <c>SessionState.Service erase-person ISSUER SUBJECT</c>: for whoever owns the data folder, with the Service stopped.
/// </summary>
internal static class ErasePerson
{
    public const string Verb = "erase-person";

    public static int Run(ServiceOptions options, string issuer, string subject, TimeProvider time, TextWriter output)
    {
        using var audit = StoppedAudit.TryTake(options, time, out var problem);
        if (audit is null)
        {
            return StartFailure.CannotStart(problem);
        }

        if (!new PersonErasure(audit.Opening, audit.Database, audit.Log).Run(issuer, subject).Succeeded(out var erased, out var refusal))
        {
            Console.Error.WriteLine($"Nothing was erased: {refusal.Detail}");
            return 1;
        }

        output.WriteLine($"{erased.Count} names were erased. The records stay, and show: {string.Join(", ", erased)}");
        return 0;
    }

    public static int ExplainUse()
    {
        Console.Error.WriteLine(
            $"Write {Verb} ISSUER SUBJECT, as a record of the person has them under actor: iss and sub. Settings of the Service follow.");
        return 2;
    }
}

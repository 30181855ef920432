namespace SessionState.Service.Audit;

/// <summary>
/// Whose log it is: what the server was called when its first record was written. A server that is called otherwise later keeps the log's
/// name, or its records and checkpoints would look like those of two.
/// </summary>
internal sealed class AuditOrigin(string name)
{
    public string Name { get; private set; } = name;

    public void Keep(AuditRow? first)
    {
        if (first is not null && AuditJson.Read(first.Json) is { Origin.Length: > 0 } record)
        {
            Name = record.Origin;
        }
    }
}

namespace SessionState.Service.Audit;

/// <summary>The end of the chain, where the next record is linked.</summary>
/// <param name="Sequence">The newest record's; 0 where there is none.</param>
/// <param name="Hash">The newest record's; zeros where there is none.</param>
internal sealed record AuditHead(long Sequence, string Hash)
{
    public static AuditHead Empty { get; } = new(0, AuditChain.NoHash);

    public static AuditHead Of(AuditRow row) => new(row.Sequence, AuditChain.Text(row.Hash));

    public static AuditHead Read(AuditDbContext context) =>
        context.Records.OrderByDescending(row => row.Sequence).FirstOrDefault() is { } newest ? Of(newest) : Empty;
}

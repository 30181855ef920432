namespace SessionState.Service.Audit.Segments;

/// <summary>How long records stay in the database, and where they go then.</summary>
internal sealed record AuditRetention(TimeSpan Online, string ArchiveFolder)
{
    public const int DefaultDays = 400;

    /// <summary>Records wait this much longer, so that an archive has a month of them; the verb does not wait.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public static AuditRetention Of(ServiceOptions options) => new(
        TimeSpan.FromDays(options.AuditOnlineDays), options.AuditArchiveFolder ?? Path.Combine(options.DataDirectory, "archive"));
}

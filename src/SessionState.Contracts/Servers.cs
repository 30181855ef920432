namespace SessionState.Contracts;

/// <summary>The server that one Service manages.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Kind">"files": IIS configuration files; "iis": a live IIS.</param>
/// <param name="Revision">A hash over the file set; a change states the revision it was planned on.</param>
/// <param name="ApplicationHostConfig">Where applicationHost.config is, as the Service sees it.</param>
/// <param name="LoadedAt">When the current snapshot was read (UTC).</param>
/// <param name="SiteCount">Number of sites.</param>
/// <param name="NodeCount">Number of nodes, the server included.</param>
/// <param name="AuditHead">Sequence of the newest audit record; 0 where there is none.</param>
/// <param name="ReadOnlyReason">Why nothing can be changed now; null where changes are possible.</param>
/// <param name="Diagnostics">Everything wrong with the configuration, the whole server's.</param>
public sealed record ServerInfo(
    string Name,
    string Kind,
    string Revision,
    string ApplicationHostConfig,
    DateTimeOffset LoadedAt,
    int SiteCount,
    int NodeCount,
    long AuditHead,
    string? ReadOnlyReason,
    IReadOnlyList<DiagnosticInfo> Diagnostics);

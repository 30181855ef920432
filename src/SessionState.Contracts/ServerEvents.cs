namespace SessionState.Contracts;

/// <summary>Something happened on the server; sent to everyone who listens at <see cref="ServiceRoutes.Events"/>.</summary>
/// <param name="Revision">The revision after it.</param>
/// <param name="ChangedSites">Names of the sites whose rows may differ now. Null: the whole tree may have changed.</param>
/// <param name="ChangedPaths">Nodes whose effective value changed, at most 200; for marking them.</param>
/// <param name="AuditHead">Sequence of the newest audit record.</param>
/// <param name="Who">Who caused it; "(unknown)" for an edit outside; null where nothing changed but the audit.</param>
/// <param name="External">True when somebody edited a file outside this product.</param>
public sealed record ServerEvent(
    string Revision,
    IReadOnlyList<string>? ChangedSites,
    IReadOnlyList<string> ChangedPaths,
    long AuditHead,
    string? Who,
    bool External)
{
    /// <summary>Another one than before: grants changed, and what the listener may see may have, too.</summary>
    public string Policy { get; init; } = "";
}

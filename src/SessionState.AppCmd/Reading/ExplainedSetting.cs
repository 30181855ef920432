using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>One setting at one node.</summary>
/// <param name="Setting">Full name.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Value">Canonical spelling; null where the configuration is in error here.</param>
/// <param name="Default">The schema default.</param>
/// <param name="Origin">Where the value is set; null for the schema default and for an error.</param>
/// <param name="Lock">Whether the node's own web.config may set it.</param>
/// <param name="Ladder">Every level, weakest first; empty where not asked for.</param>
internal sealed record ExplainedSetting(
    string Setting,
    string Title,
    string? Value,
    string Default,
    OriginInfo? Origin,
    LockInfo Lock,
    IReadOnlyList<LadderStep> Ladder)
{
    /// <summary>The section: <c>system.webServer/asp</c>.</summary>
    public string Section => Setting[..EndOfSection];

    /// <summary>The rest of the name: <c>session@allowSessionState</c>, or <c>mode</c> of the section's own element.</summary>
    public string Property => Setting[(EndOfSection + 1)..];

    // Group, section and, where there is one, the element of it.
    private int EndOfSection => Setting.IndexOfAny(['/', '@'], Setting.IndexOf('/', StringComparison.Ordinal) + 1);

    /// <summary>True where no level sets it and the schema default holds.</summary>
    public bool IsDefault => Value is not null && Origin is null;
}

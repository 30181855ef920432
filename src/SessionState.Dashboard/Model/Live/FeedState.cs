using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Live;

public enum FeedConnection
{
    /// <summary>Not connected yet.</summary>
    Connecting,

    /// <summary>Every change is seen as it happens.</summary>
    Live,

    /// <summary>The connection is lost; what is shown may be old.</summary>
    Reconnecting,
}

/// <summary>What the Dashboard knows about its server.</summary>
/// <param name="Connection">How fresh that is.</param>
/// <param name="Server">The server; null until it was first read.</param>
/// <param name="Tree">Its nodes; null until they were first read.</param>
/// <param name="Problem">Why the latest reading failed; null where it did not.</param>
/// <param name="AuditHead">Sequence of the newest audit record.</param>
public sealed record FeedState(FeedConnection Connection, ServerInfo? Server, ServerTree? Tree, Problem? Problem, long AuditHead)
{
    public static FeedState Initial { get; } = new(FeedConnection.Connecting, null, null, null, 0);

    /// <summary>Another one than before: grants changed.</summary>
    public string Policy { get; init; } = "";
}

/// <summary>Something changed.</summary>
/// <param name="State">How it is now.</param>
/// <param name="ChangedPaths">Nodes whose value somebody changed, for marking them.</param>
/// <param name="Who">Who changed them; null where nobody did.</param>
/// <param name="External">True when somebody edited a file outside this product.</param>
public sealed record FeedChange(FeedState State, IReadOnlyList<string> ChangedPaths, string? Who, bool External);

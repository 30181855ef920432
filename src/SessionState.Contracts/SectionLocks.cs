namespace SessionState.Contracts;

/// <summary>The locks of one section at one node: who locked it, where, and where that can be changed.</summary>
/// <param name="Section">Full name: <c>system.webServer/asp</c>.</param>
/// <param name="Lock">Whether the node's own web.config may hold the section.</param>
/// <param name="OverrideMode">What is said for this very path: Allow, Deny, or Inherit where nobody says.</param>
/// <param name="EffectiveOverrideMode">Allow or Deny: whether files below this node's own level may hold the section.</param>
/// <param name="LockedBelowBy">What locks those files.</param>
/// <param name="GranularLocks">The attribute, element and item locks that bind the node's own web.config.</param>
/// <param name="LockPaths">Where it could be locked, best first; refused places say why.</param>
/// <param name="UnlockPaths">Where it could be unlocked, best first; refused places say why.</param>
public sealed record SectionLocks(
    string Section,
    LockInfo Lock,
    OverrideMode OverrideMode,
    OverrideMode EffectiveOverrideMode,
    LockInfo LockedBelowBy,
    IReadOnlyList<GranularLockInfo> GranularLocks,
    IReadOnlyList<CommitPathInfo> LockPaths,
    IReadOnlyList<CommitPathInfo> UnlockPaths);

/// <summary>What a file says to lower files about a section.</summary>
public enum OverrideMode
{
    Inherit,
    Allow,
    Deny,
}

/// <summary>An attribute, element or item lock.</summary>
/// <param name="Element">The element that carries it: "asp", "session".</param>
/// <param name="Text">The lock as it stands in the file: <c>lockAttributes="max"</c>.</param>
/// <param name="Path">The node it is set for; it binds files from there down.</param>
/// <param name="File">The file that carries it.</param>
/// <param name="Line">Its line.</param>
/// <param name="LocationPath">The location tag's path; null for content outside one.</param>
public sealed record GranularLockInfo(string Element, string Text, string Path, string File, int Line, string? LocationPath);

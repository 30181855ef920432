using SessionState.Engine.Locking;

namespace SessionState.Engine.Editing.Locks;

/// <summary>
/// A lock that someone asks for. In applicationHost.config it goes into a location tag for the path (Feature Delegation in IIS Manager and
/// <c>appcmd lock config</c> do the same); it binds every web.config from the path down. In a web.config it binds the files below that one.
/// </summary>
/// <param name="Path">The node: "" or "Site/app".</param>
/// <param name="Section">Full name of the section: <c>system.webServer/asp</c>.</param>
/// <param name="Mode">Deny locks, Allow unlocks, Inherit takes the word for this path back.</param>
/// <param name="CommitPath">The file to write, as a configuration path; null for the best one.</param>
public sealed record LockEdit(string Path, string Section, OverrideMode Mode, string? CommitPath);

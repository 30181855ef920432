namespace SessionState.Engine.Editing.Repairs;

/// <summary>
/// The wish to make a failing node work again by taking out of a web.config what may not be there: the section, or only the element or
/// attribute that a granular lock names.
/// </summary>
/// <param name="Path">A node in error. What breaks it may stand in the web.config of a node above, and is repaired there.</param>
/// <param name="Section">Full name of the section: <c>system.webServer/asp</c>.</param>
public sealed record RepairEdit(string Path, string Section);

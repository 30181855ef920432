namespace SessionState.Engine.Hierarchy;

/// <summary>A virtual directory of an application.</summary>
/// <param name="Path">Its path in the application: "/" or "/pics", without a trailing slash.</param>
/// <param name="PhysicalPath">The folder as written; "" where the file gives none.</param>
/// <param name="ExpandedPath">The folder with its known <c>%variables%</c> replaced; unknown ones stay as written.</param>
/// <param name="AllowSubDirConfig">False where web.config files in sub-folders do not count.</param>
/// <param name="Line">Line of the virtualDirectory element, from 1.</param>
public sealed record VirtualDirectory(string Path, string PhysicalPath, string ExpandedPath, bool AllowSubDirConfig, int Line);

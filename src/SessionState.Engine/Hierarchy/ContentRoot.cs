using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>The content of a virtual directory, or why it is not known.</summary>
/// <param name="Folder">The folder; null where it was not read.</param>
/// <param name="Problem">
/// Why not; null where all is well or nobody looked. With severity Error ("Cannot read configuration file …") the level is unknown and nodes
/// there have no value; with Warning (the folder belongs to another machine and no path map leads here) applicationHost.config still answers.
/// </param>
public sealed record ContentRoot(ContentFolder? Folder, Diagnostic? Problem)
{
    /// <summary>Nobody looked: applicationHost.config alone answers.</summary>
    public static ContentRoot Unknown { get; } = new(null, null);
}

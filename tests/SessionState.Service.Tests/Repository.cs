namespace SessionState.Service.Tests;

/// <summary>Files that are checked in.</summary>
internal static class Repository
{
    /// <summary>Set to anything, it lets tests write their snapshots anew instead of comparing them.</summary>
    public const string UpdateSnapshots = "SESSIONSTATE_UPDATE_SNAPSHOTS";

    public static string File(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return Path.Combine(folder.FullName, relative);
            }
        }

        throw new InvalidOperationException("The test does not run from the repository.");
    }
}

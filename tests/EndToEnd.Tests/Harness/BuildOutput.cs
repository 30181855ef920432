namespace EndToEnd.Tests.Harness;

/// <summary>The programs that were built together with these tests.</summary>
internal static class BuildOutput
{
    public static string Dashboard { get; } = Program("SessionState.Dashboard", "SessionState.Dashboard");

    public static string AppCmd { get; } = Program("SessionState.AppCmd", "appcmd");

    /// <summary>"debug" or "release", as in the folder of these tests.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie in a clone of the repository.");
    }

    // artifacts/bin/EndToEnd.Tests/debug/ → artifacts/bin/PROJECT/debug/NAME
    private static string Program(string project, string name)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, name);
        return OperatingSystem.IsWindows() ? $"{path}.exe" : path;
    }
}

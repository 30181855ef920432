namespace SessionState.Scripting.Tests;

/// <summary>Texts that are checked in.</summary>
internal static class Snapshots
{
    /// <summary>Set to anything, it lets tests write their snapshots anew instead of comparing them.</summary>
    public const string Update = "SESSIONSTATE_UPDATE_SNAPSHOTS";

    public static string Folder { get; } = Find();

    public static async Task CompareAsync(string name, string text)
    {
        var file = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable(Update) is not null)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        var expected = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        Assert.True(
            expected == text,
            $"The scripts of {name} are others. If that is meant, run this test once with {Update}=1 and review {file}.\n{text}");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "SessionState.Scripting.Tests", "Scripts");
            }
        }

        throw new InvalidOperationException("The test does not run from the repository.");
    }
}

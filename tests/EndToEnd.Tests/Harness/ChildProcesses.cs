using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests.Harness;

/// <summary>Processes as Linux lists them.</summary>
internal static class ChildProcesses
{
    /// <summary>The only child of a process.</summary>
    public static Process Of(int parent)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Children are looked up in /proc.");
        return Process.GetProcessById(Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Single(id => id > 0 && ParentOf(id) == parent));
    }

    public static async Task SignalAsync(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // "pid (name with blanks) state ppid …"
    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return 0;
        }
    }
}

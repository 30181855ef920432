using System.Diagnostics;

namespace SessionState.Service.Tests.Deploy;

/// <summary>The units we ship, and what systemd says of them.</summary>
internal static class Units
{
    private const string Analyzer = "/usr/bin/systemd-analyze";

    public static void SkipWithoutSystemd() => Assert.SkipUnless(File.Exists(Analyzer), "systemd-analyze is not installed.");

    public static string PathOf(string unit) => Repository.File($"deploy/linux/{unit}");

    /// <summary>The values of a setting, in the order they stand there.</summary>
    public static IReadOnlyList<string> Values(string unit, string setting) =>
    [
        .. File.ReadLines(PathOf(unit)).Where(line => line.StartsWith(setting + "=", StringComparison.Ordinal)).Select(line => line[(setting.Length + 1)..]),
    ];

    public static async Task<(int ExitCode, string Output)> AnalyzeAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Analyzer, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + error);
    }

    /// <summary>The system calls that a unit lets its process make.</summary>
    public static async Task<HashSet<string>> AllowedCallsAsync(string unit)
    {
        var (_, text) = await AnalyzeAsync("syscall-filter", "--no-pager");
        var groups = Groups(text);
        var allowed = new HashSet<string>();
        foreach (var filter in Values(unit, "SystemCallFilter"))
        {
            var calls = filter.TrimStart('~').Split(' ').SelectMany(name => Expand(groups, name));
            if (filter.StartsWith('~'))
            {
                allowed.ExceptWith(calls);
            }
            else
            {
                allowed.UnionWith(calls);
            }
        }

        return allowed;
    }

    private static Dictionary<string, List<string>> Groups(string text)
    {
        var groups = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            if (line.StartsWith('@'))
            {
                groups[line] = current = [];
            }
            else if (line.Trim() is ['@' or (>= 'a' and <= 'z') or '_', ..] name)
            {
                current.Add(name);
            }
        }

        return groups;
    }

    private static IEnumerable<string> Expand(Dictionary<string, List<string>> groups, string name) =>
        name.StartsWith('@') ? groups[name].SelectMany(member => Expand(groups, member)) : [name];
}

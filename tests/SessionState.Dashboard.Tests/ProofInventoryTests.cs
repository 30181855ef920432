using System.Globalization;
using System.Text.RegularExpressions;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests;

/// <summary>
/// Which test covers what is promised against bad input (rows H and C) and of OWASP's ASVS 5.0.0: the tests name it, and nothing is without one.
/// </summary>
public sealed partial class ProofInventoryTests
{
    private static readonly string[] Rows =
    [
        .. Enumerable.Range(1, 9).Select(number => $"H0{number}"),
        .. Enumerable.Range(1, 10).Select(number => $"C{number:00}"),
    ];

    private static readonly string[] Requirements =
    [
        "1.2.10", "1.3.6", "1.5.1", "1.5.3", "2.2.2", "2.3.1", "2.3.3", "2.3.5", "2.4.1", "3.2.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4",
        "3.4.1", "3.4.3", "3.4.4", "3.4.5", "3.4.6", "3.4.8", "3.5.1", "3.5.3", "4.1.3", "4.1.4", "4.2.1", "4.4.1", "4.4.2",
        "5.2.1", "5.2.2", "5.2.3", "5.3.2", "6.2.1", "6.2.4", "6.2.9", "6.3.1", "6.3.2", "6.8.1", "6.8.2", "7.2.4", "7.3.1", "7.3.2",
        "7.4.1", "7.4.2", "7.4.5", "7.5.3", "8.2.1", "8.2.2", "8.2.3", "8.3.1", "8.3.2", "8.3.3", "10.5.1", "10.5.2", "10.5.4",
        "11.2.2", "11.2.3", "11.4.3", "12.1.3", "12.3.5", "13.2.2", "13.2.4", "13.3.2", "13.4.2", "13.4.6", "14.2.6", "15.3.3", "15.4.2",
        "16.2.1", "16.2.2", "16.2.5", "16.3.1", "16.3.2", "16.3.3", "16.4.1", "16.4.2", "16.4.3", "16.5.1", "16.5.3",
    ];

    private static readonly Dictionary<string, string> WithoutTest = new()
    {
        ["5.2.1"] = "Nobody can upload a file.",
        ["5.2.2"] = "Nobody can upload a file.",
        ["5.2.3"] = "Nobody can upload a file, packed or not.",
        ["5.3.2"] = "Nobody can upload a file; no name of a file comes from a request.",
        ["11.2.2"] = "A record says of which version its format is, hash and all; there is no second hash yet to go over to.",
        ["12.1.3"] = "No client certificates are taken: the Service listens on a local socket or pipe alone.",
        ["12.3.5"] = "The two processes know each other by the kernel's word on the local socket, not by certificates.",
    };

    [Fact]
    public void Rows_OfBadInput_AreEachNamedByATest()
    {
        var named = Tests().SelectMany(text => Row().Matches(text).Select(match => match.Value)).ToHashSet();

        Assert.Empty(Rows.Except(named));
    }

    [Fact]
    public void Requirements_OfAsvs_AreEachNamedByATestOrHaveAReason()
    {
        var named = Tests().SelectMany(NamedIn).ToHashSet();

        Assert.Empty(Requirements.Except(named).Except(WithoutTest.Keys));
        Assert.Empty(WithoutTest.Keys.Intersect(named));
    }

    private static IEnumerable<string> Tests() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetFileNameWithoutExtension(file) != nameof(ProofInventoryTests))
        .Select(File.ReadAllText);

    private static IEnumerable<string> NamedIn(string text) => Asvs().Matches(text).SelectMany(list => Requirement().Matches(list.Value)).SelectMany(match =>
    {
        var first = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1).Select(number => $"{match.Groups["section"].Value}.{number}");
    });

    [GeneratedRegex(@"\b[HC]\d\d\b")]
    private static partial Regex Row();

    [GeneratedRegex(@"ASVS [\d., and-]+")]
    private static partial Regex Asvs();

    // 3.3.1, or 3.3.1-3.3.4
    [GeneratedRegex(@"(?<section>\d+\.\d+)\.(?<number>\d+)(-\d+\.\d+\.(?<last>\d+))?")]
    private static partial Regex Requirement();
}

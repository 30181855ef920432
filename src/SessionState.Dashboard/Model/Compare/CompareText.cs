using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>Compared nodes in words.</summary>
public static class CompareText
{
    /// <summary>"ASP On, ASP.NET InProc".</summary>
    public static string Row(NodeRow? row) => row is null ? "not there" : $"ASP {NodeFilter.StateOf(row)}, ASP.NET {row.AspNetMode ?? "Error"}";

    public static string Summary(Comparison comparison) => (comparison.DifferentSettings, comparison.DifferentNodes) switch
    {
        (0, 0) => "They are the same, and so is what is below them.",
        (var settings, 0) => $"{Count(settings, "setting")} differ{(settings == 1 ? "s" : "")}; what is below them is the same.",
        (var settings, var nodes) => $"{Count(settings, "setting")} and {Count(nodes, "node")} below them differ.",
    };

    private static string Count(int number, string noun) => number == 0 ? $"No {noun}" : $"{number} {noun}{(number == 1 ? "" : "s")}";
}

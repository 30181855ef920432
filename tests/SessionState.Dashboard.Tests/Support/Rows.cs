using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>Rows and trees with defaults, for tests that care about one thing.</summary>
internal static class Rows
{
    public static NodeRow Create(
        string path, string? detail = null, bool? asp = true, ValueSource source = ValueSource.Default, bool locked = true, int errors = 0, bool configured = true, string? mode = "InProc")
    {
        var depth = path.Length == 0 ? 0 : path.Count(letter => letter == '/') + 1;
        var kind = depth switch { 0 => NodeKind.Server, 1 => NodeKind.Site, _ => NodeKind.Application };
        var name = path.Length == 0 ? "WEB01" : path[(path.LastIndexOf('/') + 1)..];
        return new(path, name, kind, depth, 0, detail, asp, source, source == ValueSource.Default ? null : "", locked, errors, configured, null) { AspNetMode = mode };
    }

    public static ServerTree Tree(params string[] paths) => ServerTree.Create("r0", paths.Prepend("").Select(path => Create(path)));

    /// <summary>WEB01, A, A/x, A/x/deep, A/y, B, C, C/z.</summary>
    public static ServerTree Sample() => Tree("A", "A/x", "A/x/deep", "A/y", "B", "C", "C/z");

    public static string[] Paths(this TreeProjection projection) => [.. projection.Rows.Select(row => projection.Tree[row].Path)];
}

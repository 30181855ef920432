using SessionState.Contracts;

namespace SessionState.Service.Nodes;

internal static class NodeProblems
{
    public static Problem StaleCursor { get; } = new(
        ProblemCodes.Stale, "The tree changed", "The configuration changed after the first page was read.", 409)
    {
        Remedy = "Read the list again from its first page.",
    };

    public static Problem Unknown(string path)
    {
        var site = path.Split('/')[0];
        return new(
            ProblemCodes.NotFound, "No such node", $"This server has no site '{site}', or '{path}' can be no path of it.", 404)
        {
            Remedy = "Search for the site in the tree; it may have been renamed or removed.",
            Field = "path",
        };
    }
}

using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing;

/// <summary>Files that speak for several nodes, because several map their folder.</summary>
internal static class SharedFile
{
    /// <summary>A sentence that names the other nodes; null where there are none.</summary>
    public static string? Warning(ServerConfiguration after, CommitTarget target)
    {
        if (target.CommitPath == CommitPaths.ApplicationHost)
        {
            return null;
        }

        var others = after.NodesServedBy(target.File).Where(served => !CommitPaths.AreSame(CommitPaths.Of(served), target.CommitPath));
        var names = string.Join(", ", others.Select(node => node.Path));
        return names.Length == 0 ? null : $"{target.File} also serves {names}, so the change applies there too.";
    }
}

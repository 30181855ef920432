using System.Diagnostics;
using SessionState.Contracts;

namespace SessionState.AppCmd.Explaining;

/// <summary>The kinds of nodes, in words.</summary>
internal static class KindWords
{
    public static string Json(NodeKind kind) => kind switch
    {
        NodeKind.Server => "server",
        NodeKind.Site => "site",
        NodeKind.Application => "application",
        NodeKind.VirtualDirectory => "virtualDirectory",
        NodeKind.Folder => "folder",
        NodeKind.File => "file",
        _ => throw new UnreachableException(),
    };

    public static string Text(NodeKind kind) => kind == NodeKind.VirtualDirectory ? "virtual directory" : Json(kind);
}

using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

internal static class FakeChanges
{
    public static bool? Value(ChangeRequest change) => change.Action == ChangeAction.Clear ? null : change.Value == "true";

    public static ChangePreview Preview(FakeServer server, ChangeRequest change)
    {
        var node = server.Nodes[change.Path];
        if (change.Action is not (ChangeAction.Set or ChangeAction.Clear))
        {
            return AboutSection(node, change);
        }

        var before = server.Rows().Where(row => FakeServer.IsUnder(row.Path, change.Path)).ToDictionary(row => row.Path, row => row.AspSession);
        var own = node.Own;
        server.Set(change.Path, Value(change));
        ValueEffect[] effects =
        [
            .. before.Where(row => server.Value(row.Key) != row.Value)
                .Select(row => new ValueEffect(row.Key, server.Nodes[row.Key].Kind, Word(row.Value), Word(server.Value(row.Key)))),
        ];
        server.Set(change.Path, own);
        var verb = change.Action == ChangeAction.Clear ? "Let ASP sessions inherit" : change.Value == "true" ? "Turn ASP sessions on" : "Turn ASP sessions off";
        return new(
            change with { CommitPath = change.CommitPath ?? "MACHINE/WEBROOT/APPHOST" }, $"digest of {change.Value}", own == Value(change),
            $"{verb} for {effects.Length} {(effects.Length == 1 ? "node" : "nodes")}", FakeDetails.Host(node), own == Value(change) ? [] : [Diff(change)],
            effects, effects.Length, ["The application restarts when this is written, and its sessions end."]);
    }

    private static ChangePreview AboutSection(FakeNode node, ChangeRequest change) => new(
        change with { CommitPath = "MACHINE/WEBROOT/APPHOST" }, "digest", false, $"{change.Action} {change.Setting} for {change.Path}", FakeDetails.Host(node),
        [Diff(change)], [], 0, [])
    {
        Rehearsal = new([new(@"C:\inetpub\x\web.config", 4, "Contoso/x", "0x80070021", "Locked.")], 1, [], 0, ["Contoso", "Contoso/shop"], 12, [], 0),
    };

    public static FileDiff Diff(ChangeRequest change) => new(FakeDetails.HostConfig, false,
    [
        new(DiffKind.Context, 410, 410, $"    <location path=\"{change.Path}\">"),
        new(DiffKind.Context, 411, 411, "        <system.webServer>"),
        new(DiffKind.Removed, 412, null, "            <asp />"),
        new(DiffKind.Added, null, 412, "            <asp>"),
        new(DiffKind.Added, null, 413, $"                <session allowSessionState=\"{change.Value}\" />"),
        new(DiffKind.Added, null, 414, "            </asp>"),
        new(DiffKind.Context, 413, 415, "        </system.webServer>"),
        new(DiffKind.Gap, null, null, ""),
        new(DiffKind.Context, 980, 982, "</configuration>"),
    ]);

    private static string? Word(bool? value) => value switch { true => "true", false => "false", null => null };
}

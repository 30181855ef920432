using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

internal static class FakeChanges
{
    public static bool? Value(ChangeTarget change) => change.Action == ChangeAction.Clear ? null : change.Value == "true";

    public static ChangePreview Preview(FakeServer server, ChangeRequest request) =>
        request.Targets.Count == 1 ? OfOne(server, request) : OfMany(server, request);

    // Each as if it were alone, which is enough for nodes that do not inherit from each other.
    private static ChangePreview OfMany(FakeServer server, ChangeRequest request)
    {
        ChangePreview[] all = [.. request.Targets.Select(target => OfOne(server, request with { Targets = [target] }))];
        return all[0] with
        {
            Request = request with { Targets = [.. all.Select(one => one.Request.First)] },
            Summary = $"{all[0].First.Summary} for {all.Length} nodes",
            Targets = [.. all.Select(one => one.First)],
            Effects = [.. all.SelectMany(one => one.Effects)],
            EffectCount = all.Sum(one => one.EffectCount),
            NothingToDo = all.All(one => one.NothingToDo),
        };
    }

    private static ChangePreview OfOne(FakeServer server, ChangeRequest request)
    {
        var change = request.First;
        var node = server.Nodes[change.Path];
        if (change.Action is not (ChangeAction.Set or ChangeAction.Clear))
        {
            return AboutSection(node, request);
        }

        var before = server.Rows().Where(row => FakeServer.IsUnder(row.Path, change.Path)).ToDictionary(row => row.Path, row => row.AspSession);
        var own = node.Own;
        server.Set(change.Path, Value(change));
        ValueEffect[] effects =
        [
            .. before.Where(row => server.Value(row.Key) != row.Value)
                .Select(row => new ValueEffect(FakeDetails.AllowSessionState, row.Key, server.Nodes[row.Key].Kind, Word(row.Value), Word(server.Value(row.Key)))),
        ];
        var after = server.Value(change.Path);
        server.Set(change.Path, own);
        var verb = change.Action == ChangeAction.Clear ? "Let ASP sessions inherit" : change.Value == "true" ? "Turn ASP sessions on" : "Turn ASP sessions off";
        return new(
            Spelled(request), $"digest of {change.Value}", own == Value(change),
            $"{verb} for {effects.Length} {(effects.Length == 1 ? "node" : "nodes")}",
            [new(FakeDetails.Host(node), Word(before[change.Path]), Word(after), own == Value(change), verb)], own == Value(change) ? [] : [Diff(change)],
            effects, effects.Length, ["The application restarts when this is written, and its sessions end."])
        {
            ConfirmSeconds = change.Path.Length == 0 ? 600 : null,
        };
    }

    private static ChangePreview AboutSection(FakeNode node, ChangeRequest request) => new(
        Spelled(request), "digest", false, $"{request.First.Action} {request.First.Setting} for {request.First.Path}",
        [new(FakeDetails.Host(node), "Inherit", request.First.Action.ToString(), false, "")], [Diff(request.First)], [], 0, [])
    {
        Rehearsal = new([new(@"C:\inetpub\x\web.config", 4, "Contoso/x", "0x80070021", "Locked.")], 1, [], 0, ["Contoso", "Contoso/shop"], 12, [], 0),
    };

    public static FileDiff Diff(ChangeTarget change) => new(FakeDetails.HostConfig, false,
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

    private static ChangeRequest Spelled(ChangeRequest request) =>
        request with { Targets = [request.First with { CommitPath = request.First.CommitPath ?? "MACHINE/WEBROOT/APPHOST" }] };

    private static string? Word(bool? value) => value switch { true => "true", false => "false", null => null };
}

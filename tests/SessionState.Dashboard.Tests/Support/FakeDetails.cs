using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>What <see cref="FakeServer"/> says about one node, in the words of the contract.</summary>
internal static class FakeDetails
{
    public const string AllowSessionState = "system.webServer/asp/session@allowSessionState";
    public const string HostConfig = @"C:\Windows\System32\inetsrv\config\applicationHost.config";

    public static NodeDetails Of(FakeServer server, FakeNode node) => new(
        node.Path, node.Name, node.Kind, server.Revision,
        node.Kind == NodeKind.Server ? null : $@"C:\inetpub\{node.Path.Replace('/', '\\')}",
        node.Kind == NodeKind.Server ? null : node.Path,
        node.Kind == NodeKind.Server ? null : "DefaultAppPool",
        node.Kind == NodeKind.Server ? null : $@"C:\inetpub\{node.Path.Replace('/', '\\')}\web.config",
        node.Error is not null, [],
        [
            Session(server, node),
            Plain(node, "timeout", "ASP session timeout", SettingType.TimeSpan, "00:20:00") with { Rules = new([], 0, 525_600, false) },
            Plain(node, "max", "ASP maximum sessions", SettingType.UnsignedInteger, "4294967295") with { Rules = new([], 0, uint.MaxValue, false) },
            Plain(node, "keepSessionIdSecure", "ASP secure session ID", SettingType.Boolean, "true"),
            AspNet("mode", "ASP.NET session mode", SettingType.Choice, "InProc") with { Rules = new(["Off", "InProc", "StateServer"], null, null, false) },
            AspNet("timeout", "ASP.NET session timeout", SettingType.Minutes, "20") with { Rules = new([], 1, 525_600, true) },
            AspNet("cookieName", "ASP.NET session cookie name", SettingType.Text, "ASP.NET_SessionId") with { Advanced = true },
            AspNet("sqlConnectionString", "ASP.NET session database", SettingType.Text, "(hidden)") with { Advanced = true, Editable = false },
        ],
        node.Error is null ? [] : [new(DiagnosticLevel.Error, "section-locked", node.Error, $@"C:\inetpub\{node.Path.Replace('/', '\\')}\web.config", 7, 6, "Remove the asp element there.")])
    {
        Requirements = server.Requirements,
    };

    public static CommitPathInfo Host(FakeNode node) => new(
        "MACHINE/WEBROOT/APPHOST", HostConfig, node.Path.Length == 0 ? null : node.Path,
        node.Path.Length == 0 ? "applicationHost.config" : $"applicationHost.config, location tag for {node.Path}", true, null);

    private static SettingValue Session(FakeServer server, FakeNode node)
    {
        var setter = server.Setter(node.Path);
        var value = server.Value(node.Path);
        return new(
            AllowSessionState, "ASP session state", SettingType.Boolean, Word(value), "true",
            setter is null ? ValueSource.Default : setter == node ? ValueSource.SetHere : ValueSource.Inherited,
            setter is null || value is null ? null : new(setter.Path, HostConfig, Line(setter), setter.Path.Length == 0 ? null : setter.Path),
            Ladder(server, node, setter),
            node.Locked ? new(true, "Locked in applicationHost.config line 29: no web.config may contain the asp section.", HostConfig, 29) : new(false, null, null, null),
            Paths(node))
        {
            Section = "system.webServer/asp",
        };
    }

    private static SettingValue Plain(FakeNode node, string attribute, string title, SettingType type, string value) => new(
        $"system.webServer/asp/session@{attribute}", title, type, value, value, ValueSource.Default, null,
        [new("Schema default", null, null, null, null, value, LadderRole.Winner, null, false)], new(node.Locked, null, null, null), Paths(node));

    private static SettingValue AspNet(string attribute, string title, SettingType type, string value) => new(
        $"system.web/sessionState@{attribute}", title, type, value, value, ValueSource.Default, null,
        [new("Schema default", null, null, null, null, value, LadderRole.Winner, null, false)], new(false, null, null, null),
        [new("MACHINE/WEBROOT/APPHOST/Contoso", @"C:\inetpub\Contoso\web.config", null, "web.config of Contoso", true, null)])
    {
        Reader = SettingReader.AspNet,
    };

    private static LadderStep[] Ladder(FakeServer server, FakeNode node, FakeNode? setter)
    {
        var above = server.Nodes.Values.Where(at => FakeServer.IsUnder(node.Path, at.Path)).OrderBy(at => at.Path.Length);
        return
        [
            new("Schema default", null, null, null, null, "true", setter is null && node.Error is null ? LadderRole.Winner : LadderRole.Shadowed, null, false),
            .. above.Select(at => new LadderStep(
                at.Path.Length == 0 ? "applicationHost.config" : $"Location tag {at.Path}", at.Path, HostConfig, at.Own is null && at.Path.Length > 0 ? null : Line(at),
                at.Path.Length == 0 ? null : at.Path, at.Own is null ? null : Word(at.Own),
                at.Own is null ? LadderRole.Silent : at == setter && node.Error is null ? LadderRole.Winner : LadderRole.Shadowed,
                at.Path.Length == 0 ? "Locks asp for every web.config." : null, at.Path.Length == 0)),
            .. node.Error is null ? Array.Empty<LadderStep>() :
                [new($"web.config of {node.Path}", node.Path, $@"C:\inetpub\{node.Path.Replace('/', '\\')}\web.config", 7, null, "false", LadderRole.Violation, node.Error, false)],
        ];
    }

    private static CommitPathInfo[] Paths(FakeNode node) => node.Path.Length == 0 ? [Host(node)] :
    [
        Host(node),
        new($"MACHINE/WEBROOT/APPHOST/{node.Path}", $@"C:\inetpub\{node.Path.Replace('/', '\\')}\web.config", null, $"web.config of {node.Path}",
            !node.Locked, node.Locked ? "The asp section is locked in applicationHost.config line 29." : null),
    ];

    private static int Line(FakeNode node) => node.Path.Length == 0 ? 88 : 400 + node.Path.Length;

    private static string? Word(bool? value) => value switch { true => "true", false => "false", null => null };
}

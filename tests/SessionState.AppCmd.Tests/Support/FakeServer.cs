using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Support;

/// <summary>
/// A small server behind a fake Service: a site with an application and a virtual directory, and a site whose configuration is in error.
/// </summary>
internal static class FakeServer
{
    public const string AllowSessionState = "system.webServer/asp/session@allowSessionState";
    public const string File = "/etc/iis/applicationHost.config";

    private static readonly LockInfo Denied =
        new(true, $"The section is locked by default: overrideModeDefault=\"Deny\" in {File}, line 12.", File, 12);

    public static FakeConfigurationService Create(
        Problem? previewProblem = null, bool nothingToDo = false, IReadOnlyList<string>? warnings = null) =>
        Fill(new FakeConfigurationService { PreviewProblem = previewProblem, NothingToDo = nothingToDo, Warnings = warnings ?? [] });

    public static FakeConfigurationService Fill(FakeConfigurationService service) => service
        .With(Row("", NodeKind.Server, 0, null), Details("", NodeKind.Server, null, null, null, "true", null))
        .With(
            Row("Contoso", NodeKind.Site, 1, "http/*:80:www.contoso.com") with { SiteId = 1 },
            Details("Contoso", NodeKind.Site, @"C:\inetpub\contoso", "Contoso", "ContosoPool", "true", null))
        .With(
            Row("Contoso/pics", NodeKind.VirtualDirectory, 2, @"D:\pics"),
            Details("Contoso/pics", NodeKind.VirtualDirectory, @"D:\pics", "Contoso", "ContosoPool", "true", null))
        .With(
            Row("Contoso/shop", NodeKind.Application, 2, "ShopPool"),
            Details("Contoso/shop", NodeKind.Application, @"C:\inetpub\shop", "Contoso/shop", "ShopPool", "false", ShopOrigin))
        .With(
            Row("Übung", NodeKind.Site, 1, "http/*:80:,https/*:443:") with { SiteId = 2 },
            Details("Übung", NodeKind.Site, @"C:\inetpub\übung", "Übung", null, null, null));

    private static OriginInfo ShopOrigin => new("Contoso/shop", File, 412, "contoso/shop");

    private static NodeRow Row(string path, NodeKind kind, int depth, string? detail) => new(
        path, path[(path.LastIndexOf('/') + 1)..], kind, depth, 0, detail, true, ValueSource.Default, null, true, 0, true, null);

    private static NodeDetails Details(
        string path, NodeKind kind, string? physicalPath, string? application, string? pool, string? value, OriginInfo? origin) => new(
        path,
        path[(path.LastIndexOf('/') + 1)..],
        kind,
        FakeConfigurationService.Revision,
        physicalPath,
        application,
        pool,
        null,
        false,
        [],
        [Setting(value, origin, path)],
        value is null ? [InError] : []);

    private static DiagnosticInfo InError => new(
        DiagnosticLevel.Error, "section-locked", "The section asp is locked here.", "/srv/übung/web.config", 4, 9, "Remove it.");

    private static SettingValue Setting(string? value, OriginInfo? origin, string path) => new(
        AllowSessionState,
        "ASP session state",
        SettingType.Boolean,
        value,
        "true",
        ValueSource.Default,
        origin,
        Ladder(origin),
        path.Length == 0 ? new LockInfo(false, null, null, null) : Denied,
        []);

    private static LadderStep[] Ladder(OriginInfo? origin) =>
    [
        new("Schema default", null, null, null, null, "true", origin is null ? LadderRole.Winner : LadderRole.Shadowed, null, false),
        new("applicationHost.config", "", File, 30, null, null, LadderRole.Silent, "Locks the section for lower files.", true),
        .. origin is null
            ? Array.Empty<LadderStep>()
            : [new("Location tag contoso/shop", "Contoso/shop", File, 412, "contoso/shop", "FALSE", LadderRole.Winner, null, false)],
    ];
}

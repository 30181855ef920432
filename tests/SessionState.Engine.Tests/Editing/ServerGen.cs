using CsCheck;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Random servers with tags, locks and shared folders, and paths on them.</summary>
internal static class ServerGen
{
    public static Gen<string> Value { get; } = Gen.OneOf("true", "false");

    private static Gen<string> Section { get; } = Gen.OneOf(
        Value.Select(value => $"<system.webServer><asp><session allowSessionState=\"{value}\" /></asp></system.webServer>"),
        Value.Select(value => $"<system.webServer><asp><session timeout=\"00:05:00\" allowSessionState=\"{value}\" /></asp><httpErrors /></system.webServer>"),
        Gen.OneOf("<system.webServer><asp /></system.webServer>", "<system.webServer><httpErrors /></system.webServer>", ""),
        Gen.OneOf("lockElements=\"session\"", "lockItem=\"true\"", "lockAllElementsExcept=\"cache\"", "lockAttributes=\"*\"")
            .Select(locks => $"<system.webServer><asp {locks} /></system.webServer>"),
        Gen.OneOf("lockAttributes=\"allowSessionState\"", "lockItem=\"true\"", "lockAllAttributesExcept=\"timeout\"")
            .Select(locks => $"<system.webServer><asp><session {locks} /></asp></system.webServer>"));

    // A level's own content stands in a tag for it or outside one: both would be a section twice.
    private static Gen<string> Own(string path) => Gen.OneOf(Section, Tag(path));

    private static Gen<string> Mode { get; } =
        Gen.OneOf("", "", "", " overrideMode=\"Allow\"", " overrideMode=\"Deny\"", " inheritInChildApplications=\"false\"");

    private static Gen<string> Tags { get; } = Gen.Select(
        Tag("Shop"), Tag("SHOP/store"), Tag("Shop/docs"), Tag("Other"), Tag("Shop/pics/x.asp"), Own(""),
        (shop, store, docs, other, file, server) => shop + store + docs + other + file + server);

    private static Gen<string> WebConfig { get; } = Gen.Select(
        Gen.Bool,
        Own("."),
        Tag("docs"),
        Tag("store"),
        (exists, own, docs, store) => exists ? $"<configuration>{own}{docs}{store}</configuration>" : "");

    public static Gen<TestServer> Server { get; } = Gen.Select(
        Gen.OneOf("Allow", "Deny"), Tags, WebConfig, WebConfig, WebConfig, Gen.Bool, (mode, tags, shop, store, docs, shared) =>
        {
            var files = new[] { ("/shop/web.config", shop), ("/shop/store/web.config", store), ("/shop/docs/web.config", docs) };
            return TestServer.Create(
                TestServer.ApplicationHostConfig(mode, tags, shared ? "/shop" : "/other"), [.. files.Where(file => file.Item2.Length > 0)]);
        });

    public static Gen<string> Path { get; } =
        Gen.OneOf("", "Shop", "Shop/store", "shop/docs", "Other", "Shop/pics", "Shop/pics/x.asp", "Shop/new/y");

    private static Gen<string> Tag(string path) => Gen.Select(
        Gen.Bool,
        Mode,
        Section,
        (exists, mode, section) => exists ? $"\n    <location path=\"{path}\"{mode}>\n        {section}\n    </location>" : "");
}

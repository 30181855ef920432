using CsCheck;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>
/// Random servers: two sites with nested applications and virtual directories, some of them with the same folders; web.config files and
/// location tags at every level, in any letter case, with locks of every kind.
/// </summary>
internal static class RandomServers
{
    /// <summary>Paths below a site. Files and folders that do not exist are among them.</summary>
    private static readonly string[] Below =
    [
        "app", "app/inner", "app/inner/deep", "app/sub", "app/sub/docs", "docs", "docs/deep", "docs/x.asp", "pics", "pics/old", "new/none",
    ];

    private static readonly string[] PhysicalFolders =
    [
        "/a", "/a/docs", "/a/docs/deep", "/a/app", "/a/app/inner", "/a/app/inner/deep", "/s", "/s/docs", "/p", "/p/old", "/b", "/b/docs",
    ];

    private static readonly Gen<string> Mode = Gen.Frequency(
        (5, Gen.Const("")),
        (4, Gen.OneOf(
            " overrideMode=\"Allow\"", " overrideMode=\"Deny\"", " overrideMode=\"Inherit\"", " allowOverride=\"true\"", " allowOverride=\"false\"")));

    private static readonly Gen<string> Inherits = Gen.Frequency((3, Gen.Const("")), (1, Gen.Const(" inheritInChildApplications=\"false\"")));

    /// <summary>Every path that is asked.</summary>
    public static string[] Paths { get; } = ["", .. Names("A"), .. Names("B")];

    /// <summary>Servers whose files hold such sections.</summary>
    public static Gen<ServerFiles> With(Gen<string> section) => Gen.Select(
        ApplicationHost(section),
        Gen.Select(Gen.Int[0, PhysicalFolders.Length - 1], WebConfig(section)).Array[0, 7],
        (host, files) => new ServerFiles(
            host, files.DistinctBy(file => file.Item1).ToDictionary(file => PhysicalFolders[file.Item1], file => file.Item2), PhysicalFolders));

    private static Gen<string> ApplicationHost(Gen<string> section) => Gen.Select(
        Gen.OneOf("Allow", "Deny"),
        Own(section),
        Tags([.. Names("A"), .. Names("B")], 6, section),
        Gen.OneOf("true", "false"),
        Gen.OneOf("/b", "/b", "/a", "/a/app"),
        Gen.OneOf("/a/app", "/a/app", "/s", "/p/old"),
        (mode, own, tags, subFolders, folderOfB, folderOfApp) => $"""
            <configuration>
            <configSections><sectionGroup name="system.webServer"><section name="asp" overrideModeDefault="{mode}" /></sectionGroup></configSections>
            <system.applicationHost><sites>
              <site name="A" id="1">
                <application path="/App"><virtualDirectory path="/" physicalPath="{folderOfApp}" /></application>
                <application path="/">
                  <virtualDirectory path="/pics" physicalPath="/p" allowSubDirConfig="{subFolders}" />
                  <virtualDirectory path="/" physicalPath="/a" />
                </application>
                <application path="/app/sub"><virtualDirectory path="/" physicalPath="/s" allowSubDirConfig="{subFolders}" /></application>
              </site>
              <site name="B" id="2"><application path="/"><virtualDirectory path="/" physicalPath="{folderOfB}" /></application></site>
            </sites></system.applicationHost>
            {own}
            {tags}
            </configuration>
            """);

    private static Gen<string> WebConfig(Gen<string> section) =>
        Gen.Select(Own(section), Tags(["docs", "docs/deep", "inner", "sub", "app", "app/inner", "app/sub", "x.asp"], 2, section)).Select(
            (own, tags) => $"<configuration>{own}{tags}</configuration>");

    private static Gen<string> Own(Gen<string> section) => Gen.Select(Gen.Int[0, 5], section, Mode, Inherits, (kind, own, mode, inherits) => kind switch
    {
        0 => $"<location path=\".\"{mode}{inherits}>{own}</location>",
        1 => $"<location{mode}{inherits}>{own}</location>",
        2 => $"<location path=\"\"{mode}{inherits}>{own}</location>",
        3 => own,
        _ => "",
    });

    private static Gen<string> Tags(string[] paths, int most, Gen<string> section) => Gen.Select(
        Gen.Select(Gen.OneOf(paths), Gen.Int[0, 2], Mode, Inherits, section).Array[0, most],
        list => string.Concat(list.DistinctBy(tag => tag.Item1).Select(
            tag => $"\n<location path=\"{Cased(tag.Item1, tag.Item2)}\"{tag.Item3}{tag.Item4}>{tag.Item5}</location>")));

    private static IEnumerable<string> Names(string site) => Below.Select(path => $"{site}/{path}").Prepend(site);

    private static string Cased(string path, int kind) =>
        kind switch { 0 => path, 1 => path.ToUpperInvariant(), _ => path.ToLowerInvariant() };
}

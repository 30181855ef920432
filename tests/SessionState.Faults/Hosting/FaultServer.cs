using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SessionState.Files;

namespace SessionState.Faults.Hosting;

/// <summary>A small server's files, whose versions tell themselves apart, and the kinds of commit that the sweeps make on them.</summary>
internal sealed class FaultServer(string folder)
{
    public const string ApplicationHost = "applicationHost.config";
    public const string WebConfig = "web.config";
    public const string NewWebConfig = "new-web.config";
    public const string TwoFiles = "two-files";

    public static readonly string[] Kinds = [ApplicationHost, WebConfig, NewWebConfig, TwoFiles];

    public string Folder => folder;

    public string Host => Path.Join(folder, "config", "applicationHost.config");

    public string One => Path.Join(folder, "sites", "One", "web.config");

    public string Two => Path.Join(folder, "sites", "Two", "web.config");

    public string History => Path.Join(folder, "history");

    public ConfigurationSetOptions Options => new() { ApplicationHostConfig = Host, HistoryFolder = History };

    /// <summary>Version 0 of everything; what other runs left is gone.</summary>
    public FaultServer Reset()
    {
        foreach (var path in new[] { Host, One, Two })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!))
            {
                File.Delete(left);
            }
        }

        File.WriteAllText(Host, Text(Host, 0));
        File.WriteAllText(One, Text(One, 0));
        Directory.CreateDirectory(History);
        foreach (var copy in Directory.EnumerateFiles(History, "*.config").Append(Path.Join(History, "journal")))
        {
            File.Delete(copy);
        }

        return this;
    }

    /// <summary>The files of a commit that brings each from what it holds now to a version.</summary>
    public ImmutableArray<CommitFile> Commit(string kind, int version) =>
        [.. FilesOf(kind).Select(file => new CommitFile(file, HashOf(file), Encoding.UTF8.GetBytes(Text(file, version))))];

    /// <summary>The version that all files of a commit hold; an exception where they hold none or several.</summary>
    public int VersionOf(string kind)
    {
        var versions = FilesOf(kind).Select(VersionOfFile).Distinct().ToList();
        return versions.Count == 1 ? versions[0] : throw new FaultException($"half a commit: versions {string.Join(" and ", versions)}");
    }

    public string[] FilesOf(string kind) => kind switch
    {
        ApplicationHost => [Host],
        WebConfig => [One],
        NewWebConfig => [Two],
        _ => [Host, One],
    };

    /// <summary>Temporary files and journals that are still there.</summary>
    public IReadOnlyList<string> Leftovers() =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith(".sessionstate-", StringComparison.Ordinal) || name is "journal")),
    ];

    public string Text(string file, int version) => file == Host
        ? $"""
          <configuration>
            <configSections>
              <sectionGroup name="system.applicationHost"><section name="sites" overrideModeDefault="Deny" /></sectionGroup>
              <sectionGroup name="system.webServer"><section name="asp" overrideModeDefault="Allow" /></sectionGroup>
            </configSections>
            <system.applicationHost>
              <sites>
                <site name="One" id="1"><application path="/"><virtualDirectory path="/" physicalPath="{folder}/sites/One" /></application></site>
                <site name="Two" id="2"><application path="/"><virtualDirectory path="/" physicalPath="{folder}/sites/Two" /></application></site>
              </sites>
            </system.applicationHost>
          </configuration>
          <!-- version {version} -->
          """
        : $"""<configuration><system.webServer><asp><session allowSessionState="true" /></asp></system.webServer></configuration><!-- version {version} -->""";

    private int VersionOfFile(string file)
    {
        if (!File.Exists(file))
        {
            return file == Two ? 0 : throw new FaultException($"{file} is gone");
        }

        var text = File.ReadAllText(file);
        var start = text.LastIndexOf("version ", StringComparison.Ordinal) + "version ".Length;
        var end = text.LastIndexOf(" -->", StringComparison.Ordinal);
        return end > start && int.TryParse(text[start..end], out var version) && text == Text(file, version)
            ? version
            : throw new FaultException($"{file} is torn: {text.Length} characters");
    }

    private static string? HashOf(string file) => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : null;
}

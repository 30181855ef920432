using System.Runtime.CompilerServices;
using SessionState.Engine.Effective;
using SessionState.Engine.Schema;

namespace SessionState.Files.Tests;

/// <summary>A server's files in a temporary folder of this machine.</summary>
internal sealed class TestServer : IDisposable
{
    public const string On =
        """<configuration><system.webServer><asp><session allowSessionState="true" /></asp></system.webServer></configuration>""";

    public const string Off =
        """<configuration><system.webServer><asp><session allowSessionState="false" /></asp></system.webServer></configuration>""";

    private readonly List<string> _sites = [];
    private int _lastId;

    public TestServer([CallerMemberName] string name = "")
    {
        // Link-free, so that paths compare; the name tells whose folder it is when one is left behind.
        Folder = Directory.CreateTempSubdirectory($"session-state-{name[..Math.Min(name.Length, 40)]}-").FullName;
        Host = At("config/applicationHost.config");
    }

    public string Folder { get; }

    public string Host { get; }

    public string HistoryFolder => At("history");

    /// <summary>A path below the server's folder.</summary>
    public string At(string relative) => Path.Combine(Folder, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Adds a site whose folder is "sites/NAME", to be created by <see cref="Write"/> or <see cref="Make"/>.</summary>
    public TestServer Site(string name, params (string Path, string PhysicalPath)[] applications)
    {
        var hasRoot = applications.Any(one => one.Path == "/");
        (string Path, string PhysicalPath)[] all = hasRoot ? applications : [("/", Make($"sites/{name}")), .. applications];
        _sites.Add($"""
                  <site name="{name}" id="{++_lastId}">
            {string.Join('\n', all.Select(one => $"""
                    <application path="{one.Path}"><virtualDirectory path="/" physicalPath="{one.PhysicalPath}" /></application>
            """))}
                  </site>
            """);
        return this;
    }

    public string Make(string relativeFolder) => Directory.CreateDirectory(At(relativeFolder)).FullName;

    public string Write(string relative, string text)
    {
        var path = At(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes applicationHost.config with the sites so far.</summary>
    public TestServer WriteHost(string locations = "")
    {
        Write("config/applicationHost.config", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration>
              <configSections>
                <sectionGroup name="system.applicationHost"><section name="sites" overrideModeDefault="Deny" /></sectionGroup>
                <sectionGroup name="system.webServer"><section name="asp" overrideModeDefault="Allow" /></sectionGroup>
              </configSections>
              <system.applicationHost>
                <sites>
            {string.Join('\n', _sites)}
                </sites>
              </system.applicationHost>{locations}
            </configuration>

            """);
        return this;
    }

    public ConfigurationSetOptions Options => new() { ApplicationHostConfig = Host, HistoryFolder = HistoryFolder };

    public ConfigurationSet Load(ConfigurationSetOptions? options = null) =>
        ConfigurationSet.Load(options ?? Options, TimeProvider.System).Set ?? throw new InvalidOperationException("not loaded");

    /// <summary>The effective value of allowSessionState; null where it is in error or the path is unknown.</summary>
    public static string? ValueAt(ConfigurationSnapshot snapshot, string path) =>
        snapshot.Server.Find(path) is { } node ? EffectiveValueReader.Read(node, Settings.AllowSessionState).Value : null;

    public void Dispose()
    {
        foreach (var folder in Directory.EnumerateDirectories(Folder))
        {
            Posix.SetMode(folder, 0b111_000_000);
        }

        Directory.Delete(Folder, recursive: true);
    }
}

using System.Diagnostics;
using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Reading;

public sealed class LoadTests
{
    [Fact]
    public void Load_SiteWithFolders_ReadsEachWebConfig()
    {
        using var server = new TestServer().Site("One").Site("Two").WriteHost();
        var file = server.Write("sites/One/shop/web.config", TestServer.Off);

        var snapshot = server.Load().Current;

        Assert.Equal("false", TestServer.ValueAt(snapshot, "One/shop"));
        Assert.Equal("true", TestServer.ValueAt(snapshot, "One"));
        Assert.Equal([server.Host, file], snapshot.Files.Keys.Order());
        Assert.Matches("^[0-9a-f]{32}$", snapshot.Revision);
    }

    [Fact]
    public void Load_SameFilesTwice_GivesTheSameRevision()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("sites/One/web.config", TestServer.Off);

        Assert.Equal(server.Load().Current.Revision, server.Load().Current.Revision);
    }

    [Fact]
    public void Load_MissingApplicationHostConfig_SaysWhatToDo()
    {
        using var server = new TestServer();

        var result = ConfigurationSet.Load(server.Options, TimeProvider.System);

        Assert.False(result.IsLoaded);
        Assert.Equal(FileDiagnosticCodes.Missing, result.Problem.Code);
        Assert.Equal($"There is no applicationHost.config at {server.Host}.", result.Problem.Message);
        Assert.Contains("Give the path", result.Problem.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<configuration>")]
    [InlineData("no XML")]
    public void Load_MalformedApplicationHostConfig_GivesTheServerNodeWithTheReason(string text)
    {
        using var server = new TestServer();
        server.Write("config/applicationHost.config", text);

        var snapshot = server.Load().Current;

        Assert.False(snapshot.Server.ApplicationHost.IsReadable);
        Assert.Equal(1, snapshot.Server.NodeCount);
        Assert.Contains(snapshot.Server.Diagnostics, diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
    }

    [Fact]
    public void Load_MalformedWebConfig_LeavesTheRestReadable()
    {
        using var server = new TestServer().Site("One").Site("Two").WriteHost();
        server.Write("sites/One/web.config", "<configuration>");

        var snapshot = server.Load().Current;

        Assert.Null(TestServer.ValueAt(snapshot, "One"));
        Assert.Equal("true", TestServer.ValueAt(snapshot, "Two"));
    }

    [Fact]
    public void Load_FolderWithinAnotherSitesFolder_IsReadOnce()
    {
        using var server = new TestServer();
        server.Site("One", ("/app", server.Make("sites/One/app"))).Site("Two", ("/", server.At("sites/One/app"))).WriteHost();
        server.Write("sites/One/app/web.config", TestServer.Off);

        var snapshot = server.Load().Current;

        var one = snapshot.Server.Find("One/app")!;
        var two = snapshot.Server.Find("Two")!;
        Assert.NotNull(one.WebConfig);
        Assert.Same(one.WebConfig, two.WebConfig);
    }

    [Fact]
    public void Load_MissingFolder_MakesTheLevelUnknown()
    {
        using var server = new TestServer();
        server.Site("One", ("/", server.At("sites/gone"))).WriteHost();

        var snapshot = server.Load().Current;

        Assert.Null(TestServer.ValueAt(snapshot, "One"));
    }

    [Fact]
    public void Load_MoreFoldersThanTheLimit_SaysSo()
    {
        using var server = new TestServer().Site("One").WriteHost();
        for (var i = 0; i < 20; i++)
        {
            server.Make($"sites/One/{i}");
        }

        var snapshot = server.Load(server.Options with { FolderLimit = 10 }).Current;

        var problem = Assert.Single(Diagnostics(snapshot, "One"), diagnostic => diagnostic.Code == FileDiagnosticCodes.FolderLimit);
        Assert.Contains($"The folder {server.At("sites/One")} holds more than 10 folders", problem.Message);
    }

    [Fact]
    public void Load_TooLargeWebConfig_IsRefusedBeforeItIsRead()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("sites/One/web.config", new string(' ', 256_001));

        var problem = Assert.Single(Diagnostics(server.Load().Current, "One"), diagnostic => diagnostic.Code == DiagnosticCodes.TooLarge);

        Assert.Contains("250 KB", problem.Message);
    }

    [Fact]
    public void Load_VeryDeepFolders_EndsAndSaysSo()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Make("sites/One/" + string.Join('/', Enumerable.Repeat("d", 150)));

        var snapshot = server.Load().Current;

        Assert.Contains(Diagnostics(snapshot, "One"), diagnostic => diagnostic.Code == FileDiagnosticCodes.FolderLimit);
    }

    [Fact]
    public void Load_ManySites_UsesNoMoreThanSomeTime()
    {
        using var server = new TestServer();
        for (var i = 0; i < 500; i++)
        {
            server.Site($"Site{i}");
            server.Write($"sites/Site{i}/web.config", TestServer.Off);
        }

        server.WriteHost();
        var started = Stopwatch.GetTimestamp();

        var snapshot = server.Load().Current;

        Assert.Equal(501, snapshot.Files.Count);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    internal static Diagnostic Problem(ConfigurationSnapshot snapshot, string path, string code) =>
        Assert.Single(Diagnostics(snapshot, path), diagnostic => diagnostic.Code == code);

    internal static IEnumerable<Diagnostic> Diagnostics(ConfigurationSnapshot snapshot, string path) =>
        Engine.Effective.NodeDiagnostics.Read(snapshot.Server.Find(path)!);
}

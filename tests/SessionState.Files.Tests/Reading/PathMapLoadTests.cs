using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Reading;

public sealed class PathMapLoadTests
{
    [Fact]
    public void Load_WindowsPathInAnotherCase_IsFoundThroughThePathMap()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One", ("/", @"C:\InetPub\WWWRoot\Shop")).WriteHost();
        server.Write("inetpub/wwwroot/shop/Web.Config", TestServer.Off);

        var snapshot = server.Load(server.Options with { PathMap = [new(@"c:\inetpub", server.At("inetpub"))] }).Current;

        Assert.Equal("false", TestServer.ValueAt(snapshot, "One"));
        Assert.Equal(server.At("inetpub/wwwroot/shop/Web.Config"), snapshot.Server.Find("One")!.WebConfigPath);
    }

    [Fact]
    public void Load_Variables_AreTheDocumentedOnesAndOurs()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer()
            .Site("One", ("/", @"%SYSTEMDRIVE%\inetpub\one")).Site("Two", ("/", @"%Sites%\two")).WriteHost();
        server.Write("inetpub/one/web.config", TestServer.Off);
        server.Write("inetpub/two/web.config", TestServer.Off);

        var snapshot = server.Load(server.Options with
        {
            PathMap = [new(@"C:\inetpub", server.At("inetpub"))],
            Variables = new Dictionary<string, string> { ["SITES"] = @"C:\inetpub" },
        }).Current;

        Assert.Equal("false", TestServer.ValueAt(snapshot, "One"));
        Assert.Equal("false", TestServer.ValueAt(snapshot, "Two"));
    }

    [Fact]
    public void Load_P05VariableOfTheProcess_IsNotExpanded()
    {
        using var server = new TestServer();
        server.Write("sites/one/web.config", TestServer.Off);
        Environment.SetEnvironmentVariable("SESSION_STATE_EVIL", server.At("sites"));
        server.Site("One", ("/", "%SESSION_STATE_EVIL%/one")).WriteHost();

        var problem = Refusal(server, "One");

        Assert.Contains("contains a variable that is not known", problem.Message);
        Assert.Null(TestServer.ValueAt(server.Load().Current, "One"));
    }

    [Theory]
    [InlineData(@"\\host\share\x", "is on another computer")]
    [InlineData(@"\\.\pipe\x", "names a device")]
    [InlineData(@"C:\x:stream", "names a stream")]
    [InlineData("C:x", "depends on the current drive")]
    [InlineData("x", "is not a whole path")]
    public void Load_PathThatIsNeverOpened_SaysWhyWithFileAndLine(string path, string why)
    {
        using var server = new TestServer().Site("One", ("/", path)).WriteHost();

        var problem = Refusal(server, "One");

        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Contains(why, problem.Message);
        Assert.Equal(server.Host, problem.File);
        Assert.NotNull(problem.Line);
        Assert.NotNull(problem.Remedy);
    }

    [Fact]
    public void Load_WindowsPathWithoutPathMap_WarnsAndAnswersFromApplicationHostConfig()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One", ("/", @"C:\inetpub\wwwroot")).WriteHost();

        var snapshot = server.Load().Current;

        var problem = Assert.Single(LoadTests.Diagnostics(snapshot, "One"), diagnostic => diagnostic.Code == FileDiagnosticCodes.Unmapped);
        Assert.Equal(DiagnosticSeverity.Warning, problem.Severity);
        Assert.Contains("not available on this machine", problem.Message);
        Assert.Contains("path map", problem.Remedy);
        Assert.Equal("true", TestServer.ValueAt(snapshot, "One"));
    }

    private static Diagnostic Refusal(TestServer server, string site) =>
        Assert.Single(LoadTests.Diagnostics(server.Load().Current, site), diagnostic => diagnostic.Code == FileDiagnosticCodes.UnsafePath);
}

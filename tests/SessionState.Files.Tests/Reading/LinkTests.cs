using System.Diagnostics;
using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Reading;

public sealed class LinkTests
{
    private const uint SomebodyElse = 12345;

    [Fact]
    public void Load_P07WebConfigThatIsALink_IsNotFollowed()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        File.CreateSymbolicLink(server.At("sites/One/web.config"), server.Write("elsewhere/secret.config", TestServer.Off));

        Assert.Contains("is a link", Refusal(server).Message);
    }

    [Fact]
    public void Load_P09WebConfigWithASecondName_IsNotRead()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        var other = server.Write("elsewhere/secret.config", TestServer.Off);
        Assert.Equal(0, Posix.HardLink(other, server.At("sites/One/web.config")));

        Assert.Contains("hard link", Refusal(server).Message);
    }

    [Fact]
    public void Load_ApplicationHostConfigWithASecondName_IsReadButNotWritten()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        Assert.Equal(0, Posix.HardLink(server.Host, server.At("backup.config")));

        var set = server.Load();

        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        Assert.Equal(CommitOutcome.Forbidden, Committing.CommitTests.Change(set, "One", "false").Result.Outcome);
    }

    [Fact]
    public void Load_P10WebConfigThatIsAFifo_DoesNotWait()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        Assert.Equal(0, Posix.MakeFifo(server.At("sites/One/web.config"), 0x1b6));
        var started = Stopwatch.GetTimestamp();

        Assert.Contains("no regular file", Refusal(server).Message);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Load_P10WebConfigThatIsAFolder_IsNotRead()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Make("sites/One/web.config");

        Assert.Contains("no regular file", Refusal(server).Message);
    }

    [Fact]
    public void Load_LinkToAFolder_IsNotEntered()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("elsewhere/web.config", TestServer.Off);
        Directory.CreateSymbolicLink(server.At("sites/One/link"), server.At("elsewhere"));
        Directory.CreateSymbolicLink(server.At("sites/One/loop"), server.At("sites/One"));

        var snapshot = server.Load().Current;

        Assert.Equal([server.Host], snapshot.Files.Keys);
    }

    [Fact]
    public void Load_SiteFolderThroughAnAdministratorsLink_IsReadAtItsTruePath()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer();
        server.Write("disk2/one/web.config", TestServer.Off);
        Directory.CreateSymbolicLink(server.At("sites"), server.At("disk2"));
        server.Site("One", ("/", server.At("sites/one"))).WriteHost();

        var snapshot = server.Load().Current;

        Assert.Equal("false", TestServer.ValueAt(snapshot, "One"));
        Assert.Equal(server.At("disk2/one"), snapshot.Server.Find("One")!.LocalFolder);
    }

    [Fact]
    public void Load_SiteFolderThroughSomebodyElsesLink_IsNotRead()
    {
        Posix.SkipUnlessRoot();
        using var server = new TestServer();
        server.Write("other/web.config", TestServer.Off);
        Directory.CreateSymbolicLink(server.At("mine"), server.At("other"));
        Assert.Equal(0, Posix.ChangeOwner(server.At("mine"), SomebodyElse, SomebodyElse));
        server.Site("One", ("/", server.At("mine"))).WriteHost();

        var snapshot = server.Load().Current;

        Assert.Null(TestServer.ValueAt(snapshot, "One"));
        Assert.Equal([server.Host], snapshot.Files.Keys);
    }

    [Fact]
    public void Load_WebConfigTwiceInDifferentCase_IsRefusedAsAmbiguous()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("sites/One/web.config", TestServer.Off);
        server.Write("sites/One/Web.config", TestServer.On);

        var problem = LoadTests.Problem(server.Load().Current, "One", FileDiagnosticCodes.Ambiguous);

        Assert.Contains("web.config twice", problem.Message);
    }

    private static Diagnostic Refusal(TestServer server)
    {
        var snapshot = server.Load().Current;
        Assert.Null(TestServer.ValueAt(snapshot, "One"));
        return LoadTests.Problem(snapshot, "One", FileDiagnosticCodes.Link);
    }
}

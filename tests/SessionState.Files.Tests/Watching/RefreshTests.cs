namespace SessionState.Files.Tests.Watching;

public sealed class RefreshTests
{
    [Fact]
    public void Refresh_NothingChanged_PublishesNothing()
    {
        using var server = TwoSites();
        var set = server.Load();
        var before = set.Current;

        Assert.False(set.Refresh());
        Assert.Same(before, set.Current);
    }

    [Fact]
    public void Refresh_ChangedWebConfig_IsPublishedAndTheOtherSiteIsShared()
    {
        using var server = TwoSites();
        var set = server.Load();
        var before = set.Current;
        var changes = Record(set);

        var file = server.Write("sites/One/web.config", TestServer.On);

        Assert.True(set.Refresh());
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        var change = Assert.Single(changes);
        Assert.True(change.External);
        Assert.Equal([file], change.ChangedFiles);
        Assert.Same(before, change.Before);
        Assert.Same(set.Current, change.After);
        Assert.NotEqual(before.Revision, set.Current.Revision);
        Assert.Same(before.Server.Find("Two"), set.Current.Server.Find("Two"));
    }

    [Fact]
    public void Refresh_ChangedThere_AndBack_GivesTheFirstRevisionAgain()
    {
        using var server = TwoSites();
        var set = server.Load();
        var first = set.Current.Revision;

        server.Write("sites/One/web.config", TestServer.On);
        Assert.True(set.Refresh());
        server.Write("sites/One/web.config", TestServer.Off);
        Assert.True(set.Refresh());

        Assert.Equal(first, set.Current.Revision);
        Assert.Equal(first, server.Load().Current.Revision);
    }

    [Fact]
    public void Refresh_FileTouchedOnly_PublishesNothing()
    {
        using var server = TwoSites();
        var set = server.Load();

        File.SetLastWriteTimeUtc(server.At("sites/One/web.config"), DateTime.UtcNow.AddHours(1));

        Assert.False(set.Refresh());
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Refresh_FileRewrittenWithTheSameBytes_KeepsTheSameParsedFile()
    {
        using var server = TwoSites();
        var set = server.Load();
        var before = set.Current.Server.Find("One")!.WebConfig;

        File.WriteAllText(server.At("sites/One/web.config"), TestServer.Off);
        File.WriteAllText(server.Host, File.ReadAllText(server.Host));

        Assert.False(set.Refresh());
        server.Write("sites/One/new/web.config", TestServer.On);
        Assert.True(set.Refresh());
        Assert.Same(before, set.Current.Server.Find("One")!.WebConfig);
    }

    [Fact]
    public void Refresh_SameSizeAndSameTime_IsNoticed()
    {
        Posix.SkipUnlessLinux();
        using var server = TwoSites();
        var file = server.At("sites/One/web.config");
        var time = File.GetLastWriteTimeUtc(file);
        var set = server.Load();

        File.WriteAllText(file, TestServer.Off.Replace("false", "true ", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);

        Assert.True(set.Refresh());
    }

    [Fact]
    public void Refresh_CommentOnlyEdit_GivesANewRevisionAndTheSameValue()
    {
        using var server = TwoSites();
        var set = server.Load();
        var before = set.Current;

        server.Write("sites/One/web.config", TestServer.Off + "<!-- reviewed -->");

        Assert.True(set.Refresh());
        Assert.NotEqual(before.Revision, set.Current.Revision);
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One"));
    }

    [Fact]
    public void Refresh_NewWebConfig_IsFound()
    {
        using var server = TwoSites();
        var set = server.Load();
        var changes = Record(set);

        var file = server.Write("sites/Two/web.config", TestServer.Off);

        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Two"));
        Assert.Equal([file], Assert.Single(changes).ChangedFiles);
    }

    [Fact]
    public void Refresh_DeletedWebConfig_IsForgotten()
    {
        using var server = TwoSites();
        var set = server.Load();
        var changes = Record(set);

        File.Delete(server.At("sites/One/web.config"));

        Assert.True(set.Refresh());
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
        Assert.Null(set.Current.Server.Find("One")!.WebConfig);
        Assert.Equal([server.At("sites/One/web.config")], Assert.Single(changes).ChangedFiles);
        Assert.Equal([server.Host], set.Current.Files.Keys);
    }

    [Fact]
    public void Refresh_NewAndRemovedFolders_AreFollowed()
    {
        using var server = TwoSites();
        var set = server.Load();
        var first = set.Current.Revision;

        server.Write("sites/Two/a/b/web.config", TestServer.Off);
        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Two/a/b"));
        Assert.Equal("true", TestServer.ValueAt(set.Current, "Two/a"));

        server.Write("sites/Two/a/b/web.config", TestServer.On);
        Assert.True(set.Refresh());
        Assert.Equal("true", TestServer.ValueAt(set.Current, "Two/a/b"));

        Directory.Delete(server.At("sites/Two/a"), recursive: true);
        Assert.True(set.Refresh());
        Assert.Equal(first, set.Current.Revision);
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Refresh_SiteFolderThatGoesAndComesBack_IsFollowed()
    {
        using var server = TwoSites();
        var set = server.Load();

        Directory.Move(server.At("sites/One"), server.At("sites/away"));
        Assert.True(set.Refresh());
        Assert.Null(TestServer.ValueAt(set.Current, "One"));
        Assert.False(set.Refresh());

        Directory.Move(server.At("sites/away"), server.At("sites/One"));
        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One"));
    }

    [Fact]
    public void Refresh_DiskOfAllSitesThatGoesAndComesBack_GivesTheFirstRevisionAgain()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer();
        Directory.CreateSymbolicLink(server.At("sites"), server.Make("disk2"));
        for (var i = 0; i < 20; i++)
        {
            server.Site($"Site{i}");
            server.Write($"disk2/Site{i}/sub/web.config", TestServer.Off);
        }

        var set = server.WriteHost().Load();
        var first = set.Current.Revision;
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Site7/sub"));

        Directory.Move(server.At("disk2"), server.At("away"));
        Assert.True(set.Refresh());
        Assert.Equal([server.Host], set.Current.Files.Keys);
        Assert.False(set.Refresh());

        Directory.Move(server.At("away"), server.At("disk2"));
        Assert.True(set.Refresh());
        Assert.Equal(first, set.Current.Revision);
        Assert.Equal("false", TestServer.ValueAt(set.Current, "Site7/sub"));
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Refresh_FolderReplacedByALink_IsNotFollowed()
    {
        Posix.SkipUnlessLinux();
        using var server = TwoSites();
        server.Write("sites/Two/app/web.config", TestServer.Off);
        server.Write("secret/web.config", TestServer.On);
        var set = server.Load();

        Directory.Delete(server.At("sites/Two/app"), recursive: true);
        Directory.CreateSymbolicLink(server.At("sites/Two/app"), server.At("secret"));

        Assert.True(set.Refresh());
        Assert.DoesNotContain(set.Current.Files.Keys, file => file.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Refresh_ManyChangedFiles_AreOneSnapshot()
    {
        using var server = TwoSites();
        for (var i = 0; i < 30; i++)
        {
            server.Write($"sites/Two/{i}/web.config", TestServer.Off);
        }

        var set = server.Load();
        var changes = Record(set);
        for (var i = 0; i < 30; i++)
        {
            server.Write($"sites/Two/{i}/web.config", TestServer.On);
        }

        Assert.True(set.Refresh());
        Assert.Equal(30, Assert.Single(changes).ChangedFiles.Length);
        Assert.Equal("true", TestServer.ValueAt(set.Current, "Two/29"));
    }

    internal static TestServer TwoSites([System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var server = new TestServer(name).Site("One").Site("Two").WriteHost();
        server.Write("sites/One/web.config", TestServer.Off);
        return server;
    }

    internal static List<SnapshotChanged> Record(ConfigurationSet set)
    {
        var changes = new List<SnapshotChanged>();
        set.Changed += changes.Add;
        return changes;
    }
}

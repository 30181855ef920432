using SessionState.Files.Disks.Portable;
using SessionState.Files.Watching;

namespace SessionState.Files.Tests.Watching;

/// <summary>Edits that keep a file's size and times, on a disk that tells nothing more.</summary>
public sealed class HashSweepTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void Look_HiddenEditOfAWebConfig_IsFoundWhenItIsTimeForHashes()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);
        var loaded = _clock.GetUtcNow();
        var changes = RefreshTests.Record(set);
        RewriteInSecret(server.At("sites/One/web.config"), "\"false\"", "\"FALSE\"");

        _clock.Advance(HashSweep.Interval / 2);
        Assert.False(set.Refresh());
        _clock.Advance(HashSweep.Interval / 2);
        Assert.True(set.Refresh());

        var change = Assert.Single(changes);
        Assert.Equal([server.At("sites/One/web.config")], change.ChangedFiles);
        Assert.Equal(loaded, change.UnchangedAt);
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Look_HiddenEditOfApplicationHostConfig_IsFoundWhenItIsTimeForHashes()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);
        var changes = RefreshTests.Record(set);
        RewriteInSecret(server.Host, "\"Allow\"", "\"Deny\" ");

        Assert.False(set.Refresh());
        _clock.Advance(HashSweep.Interval);
        Assert.True(set.Refresh());

        Assert.Equal([server.Host], Assert.Single(changes).ChangedFiles);
    }

    [Fact]
    public void Look_NothingChanged_FindsNothingByHashes()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);

        _clock.Advance(HashSweep.Interval);

        Assert.False(set.Refresh());
    }

    [Fact]
    public void Look_OpenEdit_TellsWhenItWasLastUnchanged()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);
        var changes = RefreshTests.Record(set);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var unchanged = _clock.GetUtcNow();
        Assert.False(set.Refresh());

        server.Write("sites/One/web.config", TestServer.On);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(set.Refresh());

        Assert.Equal(unchanged, Assert.Single(changes).UnchangedAt);
    }

    [Fact]
    public void LookAt_OneNode_SeesWhatCountsForItAndNothingElse()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);
        var (one, two) = (set.Current.Server.Find("One")!, set.Current.Server.Find("Two")!);
        server.Write("sites/One/web.config", TestServer.On);

        set.LookAt(two);
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One"));
        set.LookAt(one);
        Assert.Equal("true", TestServer.ValueAt(set.Current, "One"));
    }

    [Fact]
    public void LookAt_FileThatIsBeingWritten_IsNotBelievedYet()
    {
        using var server = RefreshTests.TwoSites();
        var set = Load(server);
        server.Write("sites/One/web.config", TestServer.On[..50]);

        set.LookAt(set.Current.Server.Find("One")!);

        Assert.Equal("false", TestServer.ValueAt(set.Current, "One"));
    }

    private ConfigurationSet Load(TestServer server)
    {
        // Long ago, so that the files' times can be trusted.
        foreach (var file in Directory.EnumerateFileSystemEntries(server.Folder, "*", SearchOption.AllDirectories))
        {
            Directory.SetLastWriteTimeUtc(file, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        return ConfigurationSet.Load(new() { ApplicationHostConfig = server.Host }, _clock, new PortableDisk()).Set!;
    }

    private static void RewriteInSecret(string file, string before, string after)
    {
        var time = File.GetLastWriteTimeUtc(file);
        var folderTime = Directory.GetLastWriteTimeUtc(Path.GetDirectoryName(file)!);
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(file)!, folderTime);
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UtcNow.AddDays(1);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}

using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Files.Tests.Committing;

namespace SessionState.Files.Tests.Bounds;

/// <summary>
/// Row P08 of the catalogue of hostile input: a site's owner swaps a folder for a link to a folder of somebody else, again and again, while
/// we read and write. Not run on Windows, where the folder would be swapped for a junction.
/// </summary>
public sealed class HostileLinkRaceTests
{
    private static readonly Setting Timeout = Settings.Find("system.webServer/asp/session@timeout")!;

    private const int Races = 1_000;

    private const string Secret =
        """<configuration><system.webServer><asp><session timeout="00:07:00" /></asp></system.webServer></configuration>""";

    [Fact]
    public void P08_FolderSwappedForALinkWhileReading_IsNeverFollowed()
    {
        using var race = new Swapping();
        for (var i = 0; i < Races; i++)
        {
            var snapshot = race.Server.Load().Current;
            Assert.DoesNotContain(snapshot.Files.Keys, file => file.Contains("/secret/", StringComparison.Ordinal));
            Assert.DoesNotContain(
                snapshot.Server.Nodes(), node => EffectiveValueReader.Read(node, Timeout).Value == "00:07:00");
        }

        Assert.True(race.Count > 100, "the folder was hardly ever swapped");
    }

    [Fact]
    public void P08_FolderSwappedForALinkWhileWriting_IsNeverWrittenThrough()
    {
        using var race = new Swapping();
        var set = race.Server.Load();
        var committed = 0;
        for (var i = 0; i < Races; i++)
        {
            set.Refresh();
            if (set.ReadContent(race.File) is { } content)
            {
                Assert.NotEqual(Secret, content.Text?.Text);
                var result = set.Commit(CommitTests.Request(race.File, content.Hash, i % 2 == 0 ? TestServer.Off : TestServer.On));
                committed += result.Outcome is CommitOutcome.Committed ? 1 : 0;
            }
        }

        Assert.Equal(Secret, File.ReadAllText(race.SecretFile));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(race.SecretFile)!));
        Assert.True(committed > 0, "nothing was ever written");
    }

    private sealed class Swapping : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Thread _thread;

        public Swapping()
        {
            Posix.SkipUnlessLinux();
            Server = new TestServer().Site("One").WriteHost();
            File = Server.Write("sites/One/app/web.config", TestServer.Off);
            SecretFile = Server.Write("secret/web.config", Secret);
            Directory.CreateSymbolicLink(Server.At("link"), Server.At("secret"));
            _thread = new(Swap);
            _thread.Start();
        }

        public TestServer Server { get; }

        public string File { get; }

        public string SecretFile { get; }

        public int Count { get; private set; }

        public void Dispose()
        {
            _stop.Cancel();
            _thread.Join();
            Server.Dispose();
            _stop.Dispose();
        }

        private void Swap()
        {
            var (app, link) = (Server.At("sites/One/app"), Server.At("link"));
            for (; !_stop.IsCancellationRequested || Count % 2 == 1; Count++)
            {
                Assert.Equal(0, Posix.Exchange(app, link));
                Thread.SpinWait(Count % 7 * 100);
            }
        }
    }
}

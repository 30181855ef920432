using System.Net.Sockets;
using SessionState.Files.Disks;
using SessionState.Files.Tests.Committing;
using SessionState.Files.Tests.Reading;

namespace SessionState.Files.Tests.Bounds;

/// <summary>
/// Rows X22, P10 and P11 of the catalogue of hostile input: files that are none, change while they are read, or have odd names. P02 to P06
/// are in PhysicalPathTests and PathMapLoadTests, P07 and P09 in LinkTests, P08 in HostileLinkRaceTests.
/// </summary>
public sealed class HostileFileTests
{
    [Fact]
    public void X22_FileThatGrowsWhileItIsRead_IsNeverReadInPart()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer();
        var path = server.Write("web.config", TestServer.Off + new string(' ', 4_000_000));
        using var folder = Disk.Native.OpenFolder(server.Folder, out _)!;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var grown = false;
        var writer = new Thread(() =>
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            while (!stop.IsCancellationRequested)
            {
                file.WriteByte((byte)' ');
            }
        });
        writer.Start();
        while (!grown && !stop.IsCancellationRequested)
        {
            var read = folder.Read("web.config", int.MaxValue);
            Assert.True(read.Problem is DiskProblem.Changing || read.Bytes.Length == (int)read.Stamp.Size);
            grown = read.Problem is DiskProblem.Changing;
        }

        stop.Cancel();
        writer.Join();
        Assert.True(grown, "the file was never seen to grow");
    }

    [Fact]
    public void X22_ChangeOfAFileThatGrewSince_IsStale()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var file = server.Write("sites/One/web.config", TestServer.Off);
        var set = server.Load();
        var hash = set.ReadContent(file)!.Hash;
        File.AppendAllText(file, " ");

        Assert.Equal(CommitOutcome.Stale, set.Commit(CommitTests.Request(file, hash, TestServer.On)).Outcome);
    }

    [Fact]
    public void P10_WebConfigThatIsASocket_IsNotRead()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(server.At("sites/One/web.config")));

        AssertNoRegularFile(server);
    }

    [Theory]
    [InlineData("null", 3)]
    [InlineData("zero", 5)]
    public void P10_WebConfigThatIsADevice_IsNotRead(string name, int minor)
    {
        Posix.SkipUnlessRoot();
        using var server = new TestServer().Site("One").WriteHost();
        const uint characterDevice = 0x2000 | 0x1b6;
        var made = Posix.MakeNode(server.At("sites/One/web.config"), characterDevice, (nint)((1 << 8) | minor));
        Assert.SkipUnless(made == 0, $"This machine does not let tests make a device like /dev/{name}.");

        AssertNoRegularFile(server);
    }

    [Fact]
    public void P11_FoldersWithOddNames_AreReadOrPassedOver()
    {
        Posix.SkipUnlessLinux();
        using var server = new TestServer().Site("One").WriteHost();
        foreach (var name in new[] { "a\nb", @"a\b", "\u202Egnp.moc", "\U0001F600", new string('x', 255) })
        {
            server.Write($"sites/One/{name}/web.config", TestServer.Off);
        }

        byte[] halfACharacter = [.. System.Text.Encoding.UTF8.GetBytes(server.At("sites/One/")), 0xED, 0xA0, 0x80, 0];
        Assert.Equal(0, Posix.MakeFolder(halfACharacter, 0x1ff));
        var snapshot = server.Load().Current;
        Assert.Equal(0, Posix.RemoveFolder(halfACharacter)); // .NET could not

        Assert.Equal(
            ["false", "false", "false"],
            snapshot.Server.Find("One")!.Children.Select(node => TestServer.ValueAt(snapshot, node.Path)));
    }

    [Fact]
    public void P11_PhysicalPathBeyondWindowsLimits_IsReportedShortly()
    {
        using var server = new TestServer().Site("One", ("/", @"C:\" + new string('x', 32_767))).WriteHost();

        var diagnostics = LoadTests.Diagnostics(server.Load().Current, "One").ToList();

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.Message.Length, 1, 2_001));
    }

    private static void AssertNoRegularFile(TestServer server)
    {
        var snapshot = server.Load().Current;

        Assert.Null(TestServer.ValueAt(snapshot, "One"));
        Assert.Contains("no regular file", LoadTests.Problem(snapshot, "One", FileDiagnosticCodes.Link).Message);
    }
}

using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Reading;

public sealed class AccessTests
{
    [Fact]
    public void Load_FolderThatMayNotBeListed_IsUnknownAndNotEmpty()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("sites/One/secret/web.config", TestServer.Off);
        using var closed = Closed(server.At("sites/One/secret"));

        var snapshot = server.Load().Current;

        Assert.Null(TestServer.ValueAt(snapshot, "One/secret"));
        Assert.Equal("true", TestServer.ValueAt(snapshot, "One"));
        var problem = LoadTests.Problem(snapshot, "One/secret", DiagnosticCodes.Unreadable);
        Assert.Contains($"The user {Environment.UserName} may not read the folder", problem.Message);
    }

    [Fact]
    public void Load_WebConfigThatMayNotBeRead_SaysWhoMayNot()
    {
        using var server = new TestServer().Site("One").WriteHost();
        using var closed = Closed(server.Write("sites/One/web.config", TestServer.Off));

        var problem = LoadTests.Problem(server.Load().Current, "One", DiagnosticCodes.Unreadable);

        Assert.Contains($"The user {Environment.UserName} may not read {server.At("sites/One/web.config")}", problem.Message);
    }

    [Fact]
    public void Refresh_FolderThatBecomesReadable_IsRead()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("sites/One/secret/web.config", TestServer.Off);
        ConfigurationSet set;
        using (Closed(server.At("sites/One/secret")))
        {
            set = server.Load();
            Assert.False(set.Refresh());
        }

        Assert.True(set.Refresh());
        Assert.Equal("false", TestServer.ValueAt(set.Current, "One/secret"));
    }

    /// <summary>Takes all rights away until disposed of.</summary>
    private static Reopened Closed(string path)
    {
        Posix.SkipUnlessLinux();
        Assert.SkipWhen(Posix.EffectiveUser() == 0, "Root may read everything; run the tests as another user.");
        return new(path);
    }

    private sealed class Reopened : IDisposable
    {
        private readonly string _path;
        private readonly int _mode;

        public Reopened(string path)
        {
            _path = path;
            _mode = Posix.Mode(path);
            Posix.SetMode(path, 0);
        }

        public void Dispose() => Posix.SetMode(_path, _mode);
    }
}

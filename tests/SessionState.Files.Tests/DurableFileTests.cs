namespace SessionState.Files.Tests;

public sealed class DurableFileTests
{
    [Fact]
    public void Replace_NewFileAndThenItself_HoldsTheBytesAndKeepsTheMode()
    {
        using var server = new TestServer();
        var file = server.At("policy.json");

        Assert.Null(DurableFile.Replace(file, "one"u8));
        Posix.SetMode(file, 0b110_100_000);
        Assert.Null(DurableFile.Replace(file, "two"u8));

        Assert.Equal("two", File.ReadAllText(file));
        Assert.Equal(OperatingSystem.IsWindows() ? 0 : 0b110_100_000, Posix.Mode(file));
        Assert.Single(Directory.GetFiles(server.Folder));
    }

    [Fact]
    public void CreatePrivate_FileInAFolderThatOthersMayRead_IsOursAlone()
    {
        using var server = new TestServer();
        Posix.SetMode(server.Folder, 0b111_101_101);

        Assert.Null(DurableFile.CreatePrivate(server.At("key.pem"), "secret"u8));

        Assert.Equal("secret", File.ReadAllText(server.At("key.pem")));
        Assert.Equal(OperatingSystem.IsWindows() ? 0 : 0b110_000_000, Posix.Mode(server.At("key.pem")));
    }

    [Fact]
    public void CreatePrivate_FileThatIsThere_IsLeftAlone()
    {
        using var server = new TestServer();
        var file = server.Write("key.pem", "first");

        Assert.NotNull(DurableFile.CreatePrivate(file, "second"u8));

        Assert.Equal("first", File.ReadAllText(file));
    }

    [Fact]
    public void Rename_OntoAFile_TakesItsPlace()
    {
        using var server = new TestServer();
        var (from, to) = (server.Write("key.next", "next"), server.Write("key", "last"));

        Assert.Null(DurableFile.Rename(from, to));

        Assert.Equal("next", File.ReadAllText(to));
        Assert.False(File.Exists(from));
    }

    [Fact]
    public void Rename_IntoAnotherFolder_IsRefused()
    {
        using var server = new TestServer();
        var from = server.Write("one/key", "x");

        Assert.Contains("not in the same folder", DurableFile.Rename(from, server.At("two/key")));

        Assert.True(File.Exists(from));
    }

    [Fact]
    public void Replace_InAFolderThatIsMissing_SaysSo()
    {
        using var server = new TestServer();

        Assert.Equal("Its folder cannot be opened (Missing).", DurableFile.Replace(server.At("none/file"), "x"u8));
    }
}

namespace SessionState.Files.Tests;

public sealed class WriteAccessTests
{
    [Fact]
    public void Folder_OfOurOwn_CanBeWritten()
    {
        var folder = Directory.CreateTempSubdirectory("ssd-");
        try
        {
            Assert.Null(WriteAccess.WhyNotFolder(folder.FullName));
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Folder_OfThisMachineThatTakesNoFiles_SaysWhy()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells without a try.");

        Assert.Equal("There is no such folder.", WriteAccess.WhyNotFolder("/no-such-folder"));
    }

    [Fact]
    public void File_ThatIsAFolder_SaysWhy() => Assert.NotNull(WriteAccess.WhyNotFile(Path.GetTempPath()));
}

using SessionState.Files.Paths;

namespace SessionState.Files.Tests.Paths;

public sealed class PathMapTests
{
    private static string? Map(string path, params (string From, string To)[] mappings) =>
        new PathMap(mappings.Select(mapping => new PathMapping(mapping.From, mapping.To))).Map(PhysicalPath.Parse(path));

    [Theory]
    [InlineData(@"C:\inetpub\wwwroot", "/srv/inetpub/wwwroot")]
    [InlineData(@"c:/INETPUB/wwwroot", "/srv/inetpub/wwwroot")]
    [InlineData(@"C:\inetpub", "/srv/inetpub")]
    [InlineData(@"C:\inetpub\sites\one", "/srv/sites/one")]
    [InlineData(@"C:\inetpub\..\other", null)]
    [InlineData(@"C:\inetpub2\x", null)]
    [InlineData(@"D:\inetpub\x", null)]
    [InlineData("inetpub", null)]
    public void Map_Path_FollowsTheLongestMappingOfWholeNames(string path, string? expected)
    {
        Posix.SkipUnlessLinux();

        Assert.Equal(expected, Map(path, (@"C:\inetpub", "/srv/inetpub"), (@"C:\Inetpub\Sites\", "/srv/sites"), ("elsewhere", "/never")));
    }

    [Fact]
    public void Map_ShareThatIsMapped_IsAllowed()
    {
        Posix.SkipUnlessLinux();

        Assert.Equal("/mnt/share/one", Map(@"\\Filer\Share\one", (@"\\filer\share", "/mnt/share")));
        Assert.Null(Map(@"\\other\share\one", (@"\\filer\share", "/mnt/share")));
    }

    [Fact]
    public void Map_WholeDrive_NeedsNoBackslash()
    {
        Posix.SkipUnlessLinux();

        Assert.Equal("/mnt/c/sites", Map(@"C:\sites", ("C:", "/mnt/c")));
    }

    [Theory]
    [InlineData(@"C:\inetpub=/srv/inetpub", @"C:\inetpub", "/srv/inetpub")]
    [InlineData(@"\\filer\a = /mnt/a=b", @"\\filer\a", "/mnt/a=b")]
    public void TryParse_MappingInWords_IsSplitAtTheFirstEqualsSign(string text, string from, string to) =>
        Assert.Equal(new PathMapping(from, to), PathMapping.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData(@"C:\inetpub")]
    [InlineData(@"C:\inetpub=")]
    [InlineData(@"C:\inetpub= ")]
    [InlineData("=/srv")]
    [InlineData("inetpub=/srv")]
    public void TryParse_NoMapping_IsNull(string text) => Assert.Null(PathMapping.TryParse(text));
}

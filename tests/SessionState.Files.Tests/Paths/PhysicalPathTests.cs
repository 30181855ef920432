using SessionState.Files.Paths;

namespace SessionState.Files.Tests.Paths;

/// <summary>ASVS 1.3.6, 13.2.4.</summary>
public sealed class PhysicalPathTests
{
    [Theory]
    [InlineData(@"C:\inetpub\wwwroot", @"C:\inetpub\wwwroot")]
    [InlineData(@"c:/inetpub//wwwroot/", @"C:\inetpub\wwwroot")]
    [InlineData(@"C:\inetpub\.\old\..\wwwroot", @"C:\inetpub\wwwroot")]
    [InlineData(@"C:\..\..\inetpub", @"C:\inetpub")]
    [InlineData(@"C:\inetpub. \wwwroot ..", @"C:\inetpub\wwwroot")]
    [InlineData(@"C:\", @"C:\")]
    public void Parse_PathWithDrive_IsWorkedOutAsWindowsDoes(string text, string expected)
    {
        var path = PhysicalPath.Parse(text);

        Assert.Equal(PhysicalPathKind.Drive, path.Kind);
        Assert.Equal(expected, path.ToString());
    }

    [Theory]
    [InlineData(@"\\host\share")]
    [InlineData(@"\\host\share\folder")]
    [InlineData("//host/share")]
    [InlineData(@"\\host")]
    [InlineData(@"\/host\share")]
    public void Parse_P02Share_IsNetwork(string text) => Assert.Equal(PhysicalPathKind.Network, PhysicalPath.Parse(text).Kind);

    [Theory]
    [InlineData(@"\\?\UNC\host\share")]
    [InlineData(@"\\?\C:\inetpub")]
    [InlineData(@"\\.\pipe\x")]
    [InlineData(@"//./pipe/x")]
    [InlineData(@"\\.\PhysicalDrive0")]
    [InlineData(@"\\?\GLOBALROOT\Device\HarddiskVolume1")]
    [InlineData(@"\??\C:\x")]
    [InlineData(@"C:\CON")]
    [InlineData(@"C:\site\NUL.txt")]
    [InlineData(@"C:\site\com1 .x\y")]
    [InlineData(@"\\host\share\NUL.txt\x")]
    public void Parse_P03Device_IsDevice(string text) => Assert.Equal(PhysicalPathKind.Device, PhysicalPath.Parse(text).Kind);

    [Theory]
    [InlineData(@"C:\site\web.config:stream")]
    [InlineData(@"C:\site\web.config::$DATA")]
    [InlineData(@"C:\site:x\y")]
    [InlineData(@"\\host\share\file:x")]
    public void Parse_P04Stream_IsAlternateStream(string text) =>
        Assert.Equal(PhysicalPathKind.AlternateStream, PhysicalPath.Parse(text).Kind);

    [Theory]
    [InlineData(@"%USERPROFILE%\x")]
    [InlineData(@"%EVIL%\x")]
    [InlineData(@"C:\%EVIL%\x")]
    public void Parse_P05VariableThatStayed_IsUnknownVariable(string text) =>
        Assert.Equal(PhysicalPathKind.UnknownVariable, PhysicalPath.Parse(text).Kind);

    [Fact]
    public void Parse_P06PathThatDependsOnTheCurrentFolder_IsRefused()
    {
        Assert.Equal(PhysicalPathKind.DriveRelative, PhysicalPath.Parse("C:site").Kind);
        Assert.Equal(PhysicalPathKind.DriveRelative, PhysicalPath.Parse("C:").Kind);
        Assert.Equal(PhysicalPathKind.DriveRelative, PhysicalPath.Parse(@"\site").Kind);
        Assert.Equal(PhysicalPathKind.Relative, PhysicalPath.Parse("CON").Kind);
        Assert.Equal(PhysicalPathKind.Relative, PhysicalPath.Parse(@"..\site").Kind);
        Assert.Equal(PhysicalPathKind.Relative, PhysicalPath.Parse("").Kind);
    }

    [Theory]
    [InlineData(@"C:\PROGRA~1\site")]
    [InlineData(@"C:\x\LONGNA~12.HTM")]
    [InlineData(@"\\host\share\PROGRA~1")]
    public void Parse_P06ShortName_IsShortName(string text) => Assert.Equal(PhysicalPathKind.ShortName, PhysicalPath.Parse(text).Kind);

    [Theory]
    [InlineData("C:\\a\nb")]
    [InlineData("C:\\a\0b")]
    [InlineData(@"C:\a*")]
    [InlineData(@"C:\a|b")]
    public void Parse_CharactersThatNoPathHas_AreInvalid(string text) =>
        Assert.Equal(PhysicalPathKind.Invalid, PhysicalPath.Parse(text).Kind);

    [Fact]
    public void Parse_VeryLongPath_IsStillJudged() =>
        Assert.Equal(PhysicalPathKind.Drive, PhysicalPath.Parse(@"C:\" + new string('x', 32_767)).Kind);

    [Theory]
    [InlineData("/srv/www", "/srv/www")]
    [InlineData("/srv/www/../other/", "/srv/other")]
    [InlineData(@"/srv\www", "/srv/www")]
    public void Parse_PosixPath_IsTakenOnSystemsThatHaveThem(string text, string expected)
    {
        Posix.SkipUnlessLinux();
        var path = PhysicalPath.Parse(text);

        Assert.Equal(PhysicalPathKind.Posix, path.Kind);
        Assert.Equal(expected, path.ToString());
    }
}

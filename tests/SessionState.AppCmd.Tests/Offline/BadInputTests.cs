using System.Text;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Offline;

/// <summary>Files that are not what they should be: a configuration error with file, line and reason, and exit code 1168.</summary>
public sealed class BadInputTests
{
    private static readonly string[][] Commands =
    [
        ["list", "site"],
        ["list", "app"],
        ["list", "vdir"],
        ["list", "config", "/section:asp"],
        ["explain", "config", "/recurse"],
    ];

    [Theory]
    [InlineData("", 1)]
    [InlineData("<configuration>\r\n  <system.webServer>\r\n</configuration>", 3)]
    [InlineData("<configuration>\n  <configSections>", 2)]
    [InlineData("[configuration]\nasp = off\n", 1)]
    [InlineData("<!DOCTYPE configuration [<!ENTITY a \"b\">]>\n<configuration />", 1)]
    public async Task ApplicationHost_Malformed_IsAConfigurationError(string text, int line)
    {
        using var server = new OfflineServer(text);

        foreach (var command in Commands)
        {
            var run = await server.RunAsync(command);

            Assert.Equal(1168, run.ExitCode);
            Assert.StartsWith(
                $"ERROR ( message:Configuration error\r\nFilename: {server.ApplicationHost}\r\nLine Number: {line}\r\nDescription: ",
                run.Output,
                StringComparison.Ordinal);
            Assert.EndsWith("\r\n. )\r\n", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ApplicationHost_Missing_IsAConfigurationError()
    {
        var run = await Tool.RunAsync("list", "site", "/apphostconfig:/nowhere/applicationHost.config");

        Assert.Equal(1168, run.ExitCode);
        Assert.StartsWith(
            "ERROR ( message:Configuration error\r\nFilename: /nowhere/applicationHost.config\r\nLine Number: 0\r\nDescription: ",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplicationHost_IsAFolder_IsAConfigurationError()
    {
        var run = await Tool.RunAsync("list", "site", $"/apphostconfig:{Path.GetTempPath()}");

        Assert.Equal(1168, run.ExitCode);
        Assert.StartsWith("ERROR ( message:Configuration error\r\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplicationHost_InUtf16_IsRead()
    {
        var text = SampleServer.ApplicationHost.Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal);
        using var server = new OfflineServer([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);

        var run = await server.RunAsync("list", "site", "/text:name");

        Assert.Equal(new Transcript(0, "Contoso\r\nÜbung & Co\r\n", ""), run);
    }

    [Theory]
    [InlineData("/apphostconfig", "Name the file: /apphostconfig:path of applicationHost.config.")]
    [InlineData("/apphostconfig:", "Name the file: /apphostconfig:path of applicationHost.config.")]
    [InlineData("/pathmap:C:\\inetpub=/srv", "/pathmap: goes with /apphostconfig:, which is missing.")]
    public async Task Option_Incomplete_IsExplained(string option, string message) => Assert.Equal(
        new Transcript(87, $"ERROR ( message:{message} )\r\n", ""), await Tool.RunAsync("list", "site", option));

    [Fact]
    public async Task PathMap_WithoutEqualsSign_IsExplained() => Assert.Equal(
        new Transcript(
            87, "ERROR ( message:\"C:\\inetpub\" is no path map. Write it as /pathmap:C:\\inetpub=/srv/inetpub. )\r\n", ""),
        await Tool.RunAsync("list", "site", "/apphostconfig:a", "/pathmap:C:\\inetpub"));

    [Fact]
    public async Task FilesAndService_Together_AreRefused() => Assert.Equal(
        new Transcript(87, "ERROR ( message:Give either /apphostconfig: or /server:, not both. )\r\n", ""),
        await Tool.RunAsync("explain", "config", "/apphostconfig:a", "/server:unix:/b"));
}

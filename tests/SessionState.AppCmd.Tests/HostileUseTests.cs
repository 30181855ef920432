using System.Globalization;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests;

/// <summary>The command line's part of our catalogue of bad input, by number.</summary>
public sealed class HostileUseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appcmd-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("@/etc/passwd")]
    [InlineData("--")]
    [InlineData("--server=x")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("/:")]
    [InlineData("/nothing:like this")]
    public async Task L01_ArgumentThatMeansNothing_IsTakenLiterallyAndRefused(string argument)
    {
        var service = new FakeConfigurationService();

        var run = await Tool.RunAsync(service, "set", "config", "Contoso", "/section:asp", "/session.allowSessionState:False", argument);

        Assert.Equal(87, run.ExitCode);
        Assert.DoesNotContain("root:", run.Output, StringComparison.Ordinal);
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task L01_ResponseFileAsIdentifier_IsAName()
    {
        await File.WriteAllTextAsync(At("arguments"), "list\nsite\n", TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("list", "site", $"@{At("arguments")}");

        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task L01_HundredThousandArguments_AreAnsweredByTheRealProgram()
    {
        using var process = AppCmdProcess.Start(
            ["list", "site", .. Enumerable.Range(0, 100_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"/a{number}"))]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, await AppCmdProcess.EndAsync(process));
        Assert.DoesNotContain("   at ", error + await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L02_ExportOntoALink_ReplacesTheLinkAndNotWhatItPointsTo()
    {
        await File.WriteAllTextAsync(At("precious"), "precious", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(At("export"), At("precious"));

        var run = await Tool.RunAsync(new FakeConfigurationService { Export = [1, 2, 3] }, "export", "audit", $"/file:{At("export")}");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("precious", await File.ReadAllTextAsync(At("precious"), TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(At("export"), TestContext.Current.CancellationToken));
        Assert.Null(new FileInfo(At("export")).LinkTarget);
    }

    [Fact]
    public async Task L02_ExportWithALinkWhereTheHalfFileWouldBe_DoesNotFollowIt()
    {
        await File.WriteAllTextAsync(At("precious"), "precious", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(At("export.part"), At("precious"));

        await Tool.RunAsync(new FakeConfigurationService { Export = [1, 2, 3] }, "export", "audit", $"/file:{At("export")}");

        Assert.Equal("precious", await File.ReadAllTextAsync(At("precious"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task L02_ExportThatCannotBeWritten_LeavesNothingBehind()
    {
        Directory.CreateDirectory(At("export"));

        var run = await Tool.RunAsync(new FakeConfigurationService { Export = [1, 2, 3] }, "export", "audit", $"/file:{At("export")}");

        Assert.Equal(109, run.ExitCode);
        Assert.Equal([At("export")], Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public async Task L02_StandardInputClosed_ChangesNothingInTheAnswer()
    {
        using var server = new OfflineServer("<configuration />");
        using var process = AppCmdProcess.Start("list", "site", server.FileOption);
        process.StandardInput.Close();

        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await AppCmdProcess.EndAsync(process));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}

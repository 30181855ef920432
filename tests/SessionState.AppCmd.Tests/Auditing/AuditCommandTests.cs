using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Auditing;

public sealed class AuditCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appcmd-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Verify_NoFile_TellsWhatTheServiceFound()
    {
        var run = await Tool.RunAsync(new FakeConfigurationService(), "verify", "audit");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"TAMPERED unix:{Tool.DefaultSocket}\nAudit record 5 is missing.\nFirst bad record: 5\n", run.Output);
        Assert.Contains("the service's own word", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("session-state-audit-bundle 1\n")]
    [InlineData("neither bundle nor database")]
    public async Task Verify_NoAudit_IsNotGood(string content)
    {
        var file = Write(content);

        var run = await Tool.RunAsync("verify", "audit", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"TAMPERED {file}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_MissingFile_SaysSo()
    {
        var run = await Tool.RunAsync("verify", "audit", $"/file:{Path("none")}");

        Assert.Equal(1168, run.ExitCode);
        Assert.Contains(Path("none"), run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/key:name+12345678+AAAA")]
    [InlineData("/key:")]
    [InlineData("/key:/no/such/file")]
    public async Task Verify_KeyThatIsNone_IsAUsageError(string key)
    {
        Assert.Equal(3, (await Tool.RunAsync("verify", "audit", Write("x"), key)).ExitCode);
    }

    [Fact]
    public async Task Export_IntoAFile_IsThereWhenItIsWhole()
    {
        var service = new FakeConfigurationService { Export = [1, 2, 3] };

        var run = await Tool.RunAsync(
            service, "export", "audit", $"/file:{Path("a")}", "/format:CSV", "/who:ada", "/contains:x", "/ticket:T-1", "/action:set", "/from:2026-01-01");

        Assert.Equal((0, "", "3 bytes exported.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path("a")));
        var query = new AuditQuery
        {
            Who = "ada",
            Text = "x",
            Ticket = "T-1",
            Action = ChangeAction.Set,
            From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        Assert.Equal([(AuditExportFormat.Csv, query)], service.Exports);
    }

    [Fact]
    public async Task Export_BreaksOff_LeavesNoFile()
    {
        var service = new FakeConfigurationService
        {
            Export = [1, 2, 3],
            Silence = new Problem(ProblemCodes.Unavailable, "The export broke off", "The connection ended.", 503),
        };

        var run = await Tool.RunAsync(service, "export", "audit", $"/file:{Path("a")}");

        Assert.Equal((1062, ""), (run.ExitCode, run.Output));
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("/format:zip")]
    [InlineData("/format:1")]
    [InlineData("/outcome:good")]
    [InlineData("/from:yesterday")]
    [InlineData("/unknown:x")]
    public async Task Export_ParameterThatIsNone_IsAUsageError(string parameter)
    {
        var run = await Tool.RunAsync("export", "audit", parameter);

        Assert.NotEqual(0, run.ExitCode);
        Assert.StartsWith("ERROR (", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Witness_NoStore_IsAUsageError()
    {
        Assert.Equal(87, (await Tool.RunAsync("witness", "audit")).ExitCode);
    }

    [Fact]
    public async Task Witness_StoreThatIsNone_IsNotOverwritten()
    {
        var file = Write("no checkpoint");

        Assert.Equal(13, (await Tool.RunAsync("witness", "audit", $"/store:{file}")).ExitCode);
        Assert.Equal("no checkpoint", File.ReadAllText(file));
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private string Write(string content)
    {
        File.WriteAllText(Path("file"), content);
        return Path("file");
    }
}

using System.Text.Json;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Validating;

public sealed class ValidateConfigTests
{
    private const string Good = "<configuration><system.webServer><asp><session max=\"5\" /></asp></system.webServer></configuration>\n";
    private const string Bad = "<configuration>\n  <system.webServer><asp><session max=\"many\" /></asp></system.webServer>\n</configuration>\n";

    [Fact]
    public async Task Folder_WithoutErrors_IsGood()
    {
        using var server = SampleServer.Create();
        server.Write("shop/web.config", Good);

        var run = await Tool.RunAsync("validate", "config", $"/folder:{server.Content}");

        Assert.Equal(new Transcript(0, "", "1 file checked: 0 errors, 0 other findings.\n"), run);
    }

    [Fact]
    public async Task Folder_WithAnError_NamesFileLineAndWayOut()
    {
        using var server = SampleServer.Create();
        server.Write("a/web.config", Good);
        var bad = server.Write("b/Web.Config", Bad);

        var run = await Tool.RunAsync("validate", "config", $"/folder:{server.Content}");

        Assert.Equal((1, "2 files checked: 1 error, 0 other findings.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith($"{bad}(2", run.Output, StringComparison.Ordinal);
        Assert.Contains(": error ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Folder_AsJson_IsOneObjectALine()
    {
        using var server = SampleServer.Create();
        var bad = server.Write("übung/web.config", Bad);

        var run = await Tool.RunAsync("validate", "config", "/json", $"/folder:{server.Content}");

        var finding = JsonDocument.Parse(Assert.Single(run.Output.TrimEnd('\n').Split('\n'))).RootElement;
        Assert.Equal((bad, "error", 2), (finding.GetProperty("file").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.Contains("übung", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Folder_NotXml_IsAnError()
    {
        using var server = SampleServer.Create();
        server.Write("shop/web.config", "<configuration>");

        Assert.Equal(1, (await Tool.RunAsync("validate", "config", $"/folder:{server.Content}")).ExitCode);
    }

    [Fact]
    public async Task Folder_WithoutFiles_IsNotFound()
    {
        using var server = SampleServer.Create();

        Assert.Equal(1168, (await Tool.RunAsync("validate", "config", $"/folder:{server.Content}")).ExitCode);
        Assert.Equal(1168, (await Tool.RunAsync("validate", "config", $"/folder:{server.Content}/none")).ExitCode);
    }

    [Fact]
    public async Task Folder_TypedLikeAParameter_IsExplained()
    {
        using var server = SampleServer.Create();

        var run = await Tool.RunAsync("validate", "config", server.Content);

        Assert.Equal((87, $"Write a folder that begins with / as /folder:{server.Content}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Server_WebConfigThatBreaksALock_IsAnError()
    {
        using var server = SampleServer.Create();
        Assert.Equal(0, (await server.RunAsync("validate", "config")).ExitCode);
        var web = server.Write("shop/web.config", Good);

        var run = await server.RunAsync("validate", "config");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{web}(1", run.Output, StringComparison.Ordinal);
        Assert.Contains("error section-locked", run.Output, StringComparison.Ordinal);
    }
}

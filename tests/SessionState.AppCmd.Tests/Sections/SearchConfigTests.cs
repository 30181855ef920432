using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Sections;

public sealed class SearchConfigTests
{
    private const string Server = "CONFIGSEARCH \"MACHINE/WEBROOT/APPHOST\"\r\n";
    private const string Shop = "CONFIGSEARCH \"MACHINE/WEBROOT/APPHOST/Contoso/shop\"\r\n";

    [Theory]
    [InlineData(Server + Shop)]
    [InlineData(Server + Shop, "/section:asp")]
    [InlineData(Shop, "Contoso/", "/section:asp")]
    [InlineData(Shop, "/section:asp", "/session.allowSessionState")]
    [InlineData(Shop, "/section:asp", "/session.allowSessionState:False")]
    [InlineData(Server, "/section:system.webServer/asp", "/session.timeout:00:30:00")]
    public async Task Search_Places_ThatSetIt(string expected, params string[] arguments)
    {
        using var server = SampleServer.Create();

        var run = await server.RunAsync(["search", "config", .. arguments]);

        Assert.Equal((0, expected), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("/section:asp", "/session.allowSessionState:true")]
    [InlineData("/section:sessionState")]
    [InlineData("Übung & Co", "/section:asp")]
    public async Task Search_NoPlace_IsAnEmptyListWithExitCode1(params string[] arguments)
    {
        using var server = SampleServer.Create();

        var run = await server.RunAsync(["search", "config", .. arguments]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Search_PropertyUnknown_IsRefused()
    {
        using var server = SampleServer.Create();

        Assert.Equal(87, (await server.RunAsync("search", "config", "/section:asp", "/session.max2")).ExitCode);
        Assert.Equal("Name its section with /section:name.\n", (await server.RunAsync("search", "config", "/session.max")).Error);
    }
}

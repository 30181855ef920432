using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Listing;

public sealed class ListPagesTests
{
    private const string Cart = "PAGE \"Contoso/shop/cart/cart.asp\" (runtime:ASP,enableSessionState:,sessionLine:2,uses:2)\r\n";
    private const string Status = "PAGE \"Contoso/shop/status.asp\" (runtime:ASP,enableSessionState:False,sessionLine:,uses:0)\r\n";

    [Fact]
    public async Task ListPage_FromFiles_PrintsThoseThatTellSomething()
    {
        using var server = Server();

        Assert.Equal(new Transcript(0, Cart + Status, ""), await server.RunAsync("list", "pages", "Contoso/shop"));
        Assert.Equal(new Transcript(0, Cart, ""), await server.RunAsync("list", "page", "Contoso/shop/cart"));
        Assert.Equal(new Transcript(0, Status, ""), await server.RunAsync("list", "pages", "Contoso/shop", "/enableSessionState:false"));
        Assert.Equal(new Transcript(0, "2\r\n", ""), await server.RunAsync("list", "pages", "Contoso/shop/", "/runtime:asp", "/uses:2", "/text:sessionLine"));
        Assert.Equal(new Transcript(1, "", ""), await server.RunAsync("list", "pages", "Contoso"));
    }

    [Fact]
    public async Task ListPage_Xml_IsWellFormed()
    {
        using var server = Server();

        var run = await server.RunAsync("list", "pages", "Contoso/shop", "/uses:2", "/xml");

        Assert.Contains(
            "<PAGE PAGE.NAME=\"Contoso/shop/cart/cart.asp\" runtime=\"ASP\" enableSessionState=\"\" directiveLine=\"\" sessionLine=\"2\" uses=\"2\" file=",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListPage_OfTheServerOrAnUnknownSite_SaysWhatToDo()
    {
        using var server = Server();

        Assert.Equal(new Transcript(1, "", "Pages belong to sites: look at one of them.\n"), await server.RunAsync("list", "pages"));
        Assert.Equal(1168, (await server.RunAsync("list", "pages", "Nowhere")).ExitCode);
        Assert.Equal(87, (await server.RunAsync("list", "pages", "Contoso", "/what:1")).ExitCode);
    }

    [Fact]
    public async Task ListPage_FromTheService_PrintsTheSame()
    {
        var service = new FakeConfigurationService
        {
            Pages = new(
                "Contoso/shop",
                9,
                1,
                0,
                1,
                [
                    new("Contoso/shop/status.asp", "/s.asp", PageRuntime.Asp, new("False", 1), null, 0, [], true, null),
                    new("Contoso/shop/cart/cart.asp", "/c.asp", PageRuntime.Asp, null, new("Session(…)", 2), 2, [], false, null),
                ],
                5,
                [],
                1,
                "There are more."),
        };

        Assert.Equal(
            new Transcript(0, Cart + Status, "3 more pages have something to tell; name a folder to see them.\nPages or folders that could not be read: 1.\nThere are more.\n"),
            await Tool.RunAsync(service, "list", "pages", "Contoso/shop"));
        Assert.Equal(1168, (await Tool.RunAsync("list", "pages", "Nowhere")).ExitCode);
    }

    private static OfflineServer Server()
    {
        var server = SampleServer.Create();
        server.Write("shop/cart/cart.asp", "<%\nSession(\"a\") = Session(\"b\") %>");
        server.Write("shop/status.asp", "<%@ EnableSessionState=False %>");
        return server;
    }
}

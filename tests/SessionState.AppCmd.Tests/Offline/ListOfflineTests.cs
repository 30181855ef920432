using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Offline;

public sealed class ListOfflineTests : IDisposable
{
    private readonly OfflineServer _server = SampleServer.Create();

    [Fact]
    public async Task ListSite_FromFiles_PrintsOneLineEach() => await AssertPrints(
        "SITE \"Contoso\" (id:7,bindings:http/*:80:www.contoso.com,https/*:443:,state:Unknown)\r\n"
        + "SITE \"Übung & Co\" (id:8,bindings:http/*:8080:,state:Unknown)\r\n",
        "list",
        "sites");

    [Fact]
    public async Task ListApp_FromFiles_AppliesTheDefaults() => await AssertPrints(
        "APP \"Contoso/\" (applicationPool:ContosoPool)\r\n"
        + "APP \"Contoso/shop\" (applicationPool:ShopPool)\r\n"
        + "APP \"Übung & Co/\" (applicationPool:DefaultAppPool)\r\n",
        "list",
        "apps");

    [Fact]
    public async Task ListVdir_FromFiles_PrintsPathsAsWritten() => await AssertPrints(
        "VDIR \"Contoso/\" (physicalPath:%SystemDrive%\\inetpub\\contoso)\r\n"
        + "VDIR \"Contoso/pics\" (physicalPath:C:\\inetpub\\pics)\r\n"
        + "VDIR \"Contoso/shop/\" (physicalPath:C:\\inetpub\\shop)\r\n"
        + "VDIR \"Übung & Co/\" (physicalPath:C:\\inetpub\\übung)\r\n",
        "list",
        "vdirs");

    [Fact]
    public async Task ListSite_Xml_EscapesNames() => await AssertPrints(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
        + "<appcmd>\r\n"
        + "    <SITE SITE.NAME=\"Übung &amp; Co\" SITE.ID=\"8\" bindings=\"http/*:8080:\" state=\"Unknown\" />\r\n"
        + "</appcmd>\r\n",
        "list",
        "site",
        "übung & co",
        "/xml");

    [Theory]
    [InlineData("http://www.contoso.com/shop/cart/cart.asp", "VDIR \"Contoso/shop/\" (physicalPath:C:\\inetpub\\shop)\r\n")]
    [InlineData("https://elsewhere/pics/logo.txt", "VDIR \"Contoso/pics\" (physicalPath:C:\\inetpub\\pics)\r\n")]
    [InlineData("http://localhost:8080/a%20b", "VDIR \"Übung & Co/\" (physicalPath:C:\\inetpub\\übung)\r\n")]
    public async Task ListVdir_Address_FindsWhatServesIt(string address, string expected) =>
        await AssertPrints(expected, "list", "vdir", address);

    public void Dispose() => _server.Dispose();

    private async Task AssertPrints(string expected, params string[] arguments) =>
        Assert.Equal(new Transcript(0, expected, ""), await _server.RunAsync(arguments));
}

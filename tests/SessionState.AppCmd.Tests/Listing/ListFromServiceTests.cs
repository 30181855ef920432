using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Listing;

public sealed class ListFromServiceTests
{
    private const string Contoso = "SITE \"Contoso\" (id:1,bindings:http/*:80:www.contoso.com,state:Unknown)\r\n";
    private const string Exercise = "SITE \"Übung\" (id:2,bindings:http/*:80:,https/*:443:,state:Unknown)\r\n";

    [Fact]
    public async Task ListSite_All_PrintsOneLineEach() => await AssertPrints(Contoso + Exercise, "list", "site");

    [Theory]
    [InlineData("Contoso")]
    [InlineData("contoso")]
    [InlineData("http://www.contoso.com/shop/cart.asp")]
    public async Task ListSite_Identifier_FindsTheSite(string identifier) => await AssertPrints(Contoso, "list", "site", identifier);

    [Theory]
    [InlineData("http://elsewhere/")]
    [InlineData("https://www.contoso.com/")]
    public async Task ListSite_Address_FindsTheSiteForAllHosts(string identifier) =>
        await AssertPrints(Exercise, "list", "site", identifier);

    [Theory]
    [InlineData("/site.name:contoso")]
    [InlineData("/name:Contoso")]
    [InlineData("/id:1")]
    [InlineData("/!SITE.ID:1")]
    [InlineData("-bindings:http/*:80:www.contoso.com")]
    public async Task ListSite_Property_FindsTheSite(string property) => await AssertPrints(Contoso, "list", "site", property);

    [Theory]
    [InlineData("Missing")]
    [InlineData("/state:Started")]
    [InlineData("/id:3")]
    public async Task ListSite_NoMatch_PrintsNothingAndExits1(string argument) =>
        Assert.Equal(new Transcript(1, "", ""), await Tool.RunAsync(FakeServer.Create(), "list", "site", argument));

    [Fact]
    public async Task ListApp_All_PrintsOneLineEach() => await AssertPrints(
        "APP \"Contoso/\" (applicationPool:ContosoPool)\r\n"
        + "APP \"Contoso/shop\" (applicationPool:ShopPool)\r\n"
        + "APP \"Übung/\" (applicationPool:)\r\n",
        "list",
        "apps");

    [Theory]
    [InlineData("Contoso/shop")]
    [InlineData("Contoso/shop/")]
    [InlineData("http://www.contoso.com/shop/cart.asp")]
    [InlineData("/path:/shop")]
    [InlineData("/apppool.name:ShopPool")]
    [InlineData("/app.name:contoso/shop")]
    public async Task ListApp_IdentifierOrProperty_FindsTheApplication(string argument) =>
        await AssertPrints("APP \"Contoso/shop\" (applicationPool:ShopPool)\r\n", "list", "app", argument);

    [Fact]
    public async Task ListVdir_All_PrintsRootDirectoriesToo() => await AssertPrints(
        "VDIR \"Contoso/\" (physicalPath:C:\\inetpub\\contoso)\r\n"
        + "VDIR \"Contoso/pics\" (physicalPath:D:\\pics)\r\n"
        + "VDIR \"Contoso/shop/\" (physicalPath:C:\\inetpub\\shop)\r\n"
        + "VDIR \"Übung/\" (physicalPath:C:\\inetpub\\übung)\r\n",
        "list",
        "vdir");

    [Fact]
    public async Task ListVdir_TextOfOneAttribute_PrintsOnlyThat() => await AssertPrints(
        "C:\\inetpub\\contoso\r\nD:\\pics\r\n", "list", "vdirs", "/app.name:Contoso/", "/text:physicalPath");

    [Fact]
    public async Task ListSite_TextOfAllAttributes_PrintsATree() => await AssertPrints(
        "SITE\r\n"
        + "  SITE.NAME:\"Contoso\"\r\n"
        + "  SITE.ID:\"1\"\r\n"
        + "  bindings:\"http/*:80:www.contoso.com\"\r\n"
        + "  state:\"Unknown\"\r\n",
        "list",
        "site",
        "Contoso",
        "/text:*");

    [Fact]
    public async Task ListApp_Xml_PrintsADocument() => await AssertPrints(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
        + "<appcmd>\r\n"
        + "    <APP path=\"/shop\" APP.NAME=\"Contoso/shop\" APPPOOL.NAME=\"ShopPool\" SITE.NAME=\"Contoso\" />\r\n"
        + "</appcmd>\r\n",
        "list",
        "app",
        "Contoso/shop",
        "/xml");

    [Theory]
    [InlineData("/pool:x")]
    [InlineData("/text:pool")]
    public async Task List_UnknownAttribute_IsNamed(string argument) => Assert.Equal(
        new Transcript(87, "ERROR ( message:Unknown attribute \"pool\".  Replace with -? for help. )\r\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "list", "site", argument));

    [Fact]
    public async Task List_WithConfiguration_SaysWhereThatIs() => Assert.Equal(
        new Transcript(87, "ERROR ( message:The parameter \"config\" is not supported for SITE; see list config. )\r\n", ""),
        await Tool.RunAsync(FakeServer.Create(), "list", "site", "/config:*"));

    [Fact]
    public async Task List_AddressWithoutSite_SaysWhatToNameInstead() => Assert.Equal(
        new Transcript(
            1168,
            "ERROR ( message:No site has a binding for \"http://localhost:8080/\". "
            + "Name the site instead, as in \"Default Web Site/app\". )\r\n",
            ""),
        await Tool.RunAsync(FakeServer.Create(), "list", "site", "http://localhost:8080/"));

    private static async Task AssertPrints(string expected, params string[] arguments) =>
        Assert.Equal(new Transcript(0, expected, ""), await Tool.RunAsync(FakeServer.Create(), arguments));
}

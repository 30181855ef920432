using System.Text;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Grammar;

/// <summary>One command's list as the next one's objects: <c>/xml</c> and <c>/in</c>.</summary>
public sealed class PipeTests
{
    private static readonly string[] Sites = ["list", "site", "Contoso", "/xml"];

    [Fact]
    public async Task In_OfSites_ListsTheirApplications() => Assert.Equal(
        new Transcript(0, "Contoso/\r\nContoso/shop\r\n", ""),
        await Tool.PipeAsync(FakeServer.Create(), Sites, ["list", "app", "/in", "/text:app.name"]));

    [Fact]
    public async Task In_OfSites_ListsTheirVirtualDirectories() => Assert.Equal(
        new Transcript(0, "Contoso/\r\nContoso/pics\r\nContoso/shop/\r\n", ""),
        await Tool.PipeAsync(FakeServer.Create(), Sites, ["list", "vdir", "-", "/text:vdir.name"]));

    [Fact]
    public async Task In_OfApplications_ListsTheirSite() => Assert.Equal(
        (0, "Contoso\r\n"), Short(await Tool.PipeAsync(FakeServer.Create(), ["list", "app", "Contoso/shop", "/xml"], ["list", "site", "/in", "/text:name"])));

    [Fact]
    public async Task In_AndXml_IsOneDocumentForTheNextCommand()
    {
        var run = await Tool.PipeAsync(FakeServer.Create(), Sites, ["list", "app", "/in", "/xml"]);

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<appcmd>\r\n    <APP ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("</appcmd>\r\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_OfApplications_SetsEachOfThem()
    {
        var service = FakeServer.Create();

        var run = await Tool.PipeAsync(
            service, ["list", "app", "/site.name:Contoso", "/xml"], ["set", "config", "/in", "/section:asp", "/session.allowSessionState:False", "/commit:apphost"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Contoso", "Contoso/shop"], service.Changes.Select(one => one.Change.Change.First.Path));
    }

    [Fact]
    public async Task In_NothingListed_DoesNothingWithExitCode1()
    {
        var service = FakeServer.Create();

        var run = await Tool.PipeAsync(service, ["list", "app", "Nowhere/", "/xml"], ["set", "config", "/in", "/section:asp", "/session.allowSessionState:False"]);

        Assert.Equal((1, ""), Short(run));
        Assert.Empty(service.Changes);
    }

    [Fact]
    public async Task In_OneFails_TheOthersAreTried()
    {
        var service = FakeServer.Create();
        var xml = "<appcmd><SITE SITE.NAME=\"Missing\" /><SITE SITE.NAME=\"Contoso\" /></appcmd>";

        var run = await InAsync(service, xml, "set", "config", "/in", "/section:asp", "/session.allowSessionState:False");

        Assert.Equal(1168, run.ExitCode);
        Assert.Equal("Contoso", Assert.Single(service.Changes).Change.Change.First.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SITE \"Contoso\"")]
    [InlineData("<appcmd><SITE name=\"Contoso\" /></appcmd>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><appcmd><SITE SITE.NAME=\"&a;\" /></appcmd>")]
    public async Task In_SomethingElse_IsInvalid(string input)
    {
        var run = await InAsync(FakeServer.Create(), input, "list", "app", "/in");

        Assert.Equal((13, "ERROR ( message:The input is not what a list command writes with /xml. )\r\n"), Short(run));
    }

    [Theory]
    [InlineData("validate", "config", "/in")]
    [InlineData("list", "change", "/in")]
    [InlineData("list", "site", "Contoso", "/in")]
    public async Task In_WhereItMakesNoSense_IsRefused(params string[] arguments) =>
        Assert.Equal(87, (await InAsync(FakeServer.Create(), "<appcmd />", arguments)).ExitCode);

    private static (int, string) Short(Transcript run) => (run.ExitCode, run.Output);

    private static async Task<Transcript> InAsync(FakeConfigurationService service, string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var environment = Tool.Environment(service, output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        var exitCode = await AppCmdMain.RunAsync(arguments, environment, TestContext.Current.CancellationToken);
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}

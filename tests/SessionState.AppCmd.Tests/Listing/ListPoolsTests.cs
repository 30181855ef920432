using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Listing;

public sealed class ListPoolsTests
{
    [Fact]
    public async Task List_FromTheService_IsAsRecorded() => Assert.Equal(
        new Transcript(
            0,
            "APPPOOL \"ContosoPool\" (MgdVersion:v4.0,MgdMode:Integrated,state:Unknown)\r\n"
            + "APPPOOL \"ShopPool\" (MgdVersion:,MgdMode:Classic,state:Unknown)\r\n",
            ""),
        await Tool.RunAsync(FakeServer.Create(), "list", "apppools"));

    [Theory]
    [InlineData("ShopPool\r\n", "ShopPool", "/text:apppool.name")]
    [InlineData("ShopPool\r\n", "/MgdMode:classic", "/text:name")]
    [InlineData("v4.0\r\n", "/name:contosopool", "/text:MgdVersion")]
    public async Task List_Matching_ShowsThose(string expected, params string[] arguments) => Assert.Equal(
        new Transcript(0, expected, ""), await Tool.RunAsync(FakeServer.Create(), ["list", "apppool", .. arguments]));

    [Fact]
    public async Task List_OfFiles_AppliesTheDefaults()
    {
        using var server = new OfflineServer(SampleServer.ApplicationHost.Replace(
            "<sites>",
            """
            <applicationPools>
                <add name="ContosoPool" />
                <add name="Old" managedRuntimeVersion="v2.0" managedPipelineMode="Classic" />
                <applicationPoolDefaults managedRuntimeVersion="" />
            </applicationPools><sites>
            """,
            StringComparison.Ordinal));

        var run = await server.RunAsync("list", "apppool");

        Assert.Equal(
            "APPPOOL \"ContosoPool\" (MgdVersion:,MgdMode:Integrated,state:Unknown)\r\n"
            + "APPPOOL \"Old\" (MgdVersion:v2.0,MgdMode:Classic,state:Unknown)\r\n",
            run.Output);
    }

    [Fact]
    public async Task In_OfApplications_ListsTheirPools()
    {
        var run = await Tool.PipeAsync(FakeServer.Create(), ["list", "app", "Contoso/shop", "/xml"], ["list", "apppool", "/in", "/text:name"]);

        Assert.Equal((0, "ShopPool\r\n"), (run.ExitCode, run.Output));
    }
}

using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Endpoints;

public sealed class ApplicationPoolTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetApplicationPools_DescribedPools_AreListedWithTheirDefaults()
    {
        await using var service = await ServiceApplication.StartAsync(Arrange);

        var pools = (await service.Client.GetApplicationPoolsAsync(Cancel)).Demand();

        Assert.Equal(
            [new ApplicationPoolInfo("ContosoPool", "v4.0", "Integrated"), new ApplicationPoolInfo("ShopPool", "", "Classic")], pools.Items);
    }

    [Fact]
    public async Task GetApplicationPools_SomebodyWhoSeesAPart_GetsThoseOfTheirApplications()
    {
        await using var service = await ServiceApplication.StartAsync(Arrange);
        var role = StandardRoles.All.First(one => one.Allows(Permission.EffectiveRead) && one.Allows(Permission.TreeRead));
        service.Grant(GrantServer.PersonOf(role), role, "Contoso/shop");

        var pools = (await service.As(GrantServer.PersonOf(role)).GetApplicationPoolsAsync(Cancel)).Demand();

        Assert.Equal(["ShopPool"], pools.Items.Select(pool => pool.Name));
    }

    private static void Arrange(TemporaryFolder folder)
    {
        var host = folder["config/applicationHost.config"];
        File.WriteAllText(host, File.ReadAllText(host).Replace(
            "<sites>",
            """
            <applicationPools>
                    <add name="ContosoPool" />
                    <add name="ShopPool" managedRuntimeVersion="" managedPipelineMode="Classic" />
                  </applicationPools>
                  <sites>
            """,
            StringComparison.Ordinal));
    }
}

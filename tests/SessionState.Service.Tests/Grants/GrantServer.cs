using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>The sample server with neighbours of <c>Contoso/shop</c>: a folder below it, and an application whose name begins like its name.</summary>
internal static class GrantServer
{
    public const string Place = "Contoso/shop";
    public const string Twin = "Contoso/shop2";
    public const string Child = "Contoso/shop/cart";
    public const string Sibling = "Contoso/images";

    private const string ShopApplication = "<application path=\"/shop\" applicationPool=\"ShopPool\">";

    public static ActingUser PersonOf(Role role) => new("local", role.Name, $"Somebody as {role.Name}");

    /// <param name="grantAt">Where one person for every role holds it; null for nowhere.</param>
    public static async Task<ServiceApplication> StartAsync(string? grantAt = Place)
    {
        var service = await ServiceApplication.StartAsync(Arrange);
        foreach (var role in grantAt is null ? [] : StandardRoles.All)
        {
            service.Grant(PersonOf(role), role, grantAt!);
        }

        return service;
    }

    public static void Arrange(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["inetpub/shop/cart"]);
        Directory.CreateDirectory(folder["inetpub/shop2"]);
        var host = folder["config/applicationHost.config"];
        File.WriteAllText(host, File.ReadAllText(host).Replace(
            ShopApplication,
            $"""
            <application path="/shop2"><virtualDirectory path="/" physicalPath="C:\inetpub\shop2" /></application>
                    {ShopApplication}
            """,
            StringComparison.Ordinal));
    }

    /// <summary>The contract's client in somebody's name.</summary>
    public static IConfigurationService As(this ServiceApplication service, ActingUser person) => service.Client.ActingFor(person);
}

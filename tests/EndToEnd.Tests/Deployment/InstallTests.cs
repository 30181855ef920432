using System.Runtime.Versioning;

namespace EndToEnd.Tests.Deployment;

/// <summary>The installer may be run as often as one likes, and takes away only what it is told to.</summary>
[SupportedOSPlatform("linux")]
public sealed class InstallTests
{
    [Fact]
    public async Task Install_AgainAndUninstall_KeepsSettingsAndData()
    {
        InstalledProduct.SkipUnlessPossible();
        using var product = await InstalledProduct.InstallAsync();
        var settings = product.InRoot("etc/sessionstate/service.json");
        var installed = Tree(product);
        Assert.Contains(@"""PathMap"": [ ""C:\\inetpub=/srv/iis/inetpub"" ]", await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await File.AppendAllTextAsync(settings, "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(product.InRoot("var/lib/sessionstate/audit.db"), "kept", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(product.InRoot("opt/sessionstate/service/left-over.dll"), "of an older version", TestContext.Current.CancellationToken);

        await product.InstallShAsync();

        Assert.Equal([.. installed, "var/lib/sessionstate/audit.db"], Tree(product).Order(StringComparer.Ordinal));
        Assert.EndsWith("\n\n", await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Contains("Settings are left", await product.InstallShAsync("--uninstall"), StringComparison.Ordinal);
        Assert.Equal(
            ["etc/sessionstate/dashboard.json", "etc/sessionstate/service.json", "usr/lib/sysusers.d/sessionstate.conf", "var/lib/sessionstate/audit.db"], Tree(product));

        await product.InstallShAsync("--uninstall", "--delete-data");
        Assert.Empty(Tree(product));
    }

    // The server's own configuration is nobody's to install or remove.
    private static IEnumerable<string> Tree(InstalledProduct product) =>
    [
        .. Directory.EnumerateFiles(product.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(product.Root, file))
            .Where(file => !file.StartsWith("srv/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}

using Microsoft.Extensions.Configuration;
using SessionState.Contracts;
using SessionState.Dashboard.Hosting;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class DashboardOptionsReaderTests
{
    [Fact]
    public void Settings_None_GiveTheDemoOnThisMachineOnly()
    {
        var (options, problems) = Read([]);

        Assert.Empty(problems);
        Assert.NotNull(options);
        Assert.Equal(["http://localhost:5080"], options.Urls);
        Assert.EndsWith("session-state-dashboard", options.DataDirectory, StringComparison.Ordinal);
        Assert.Null(options.ServiceAddress);
        Assert.Null(options.ServiceUserId);
    }

    [Fact]
    public void Settings_AllGiven_AreRead()
    {
        var (options, problems) = Read(new()
        {
            ["Urls"] = "http://0.0.0.0:8080; https://localhost:8443",
            ["DataDirectory"] = Path.Combine(Path.GetTempPath(), "x", "..", "data"),
            ["ServiceAddress"] = "pipe:SessionState.v1",
            ["ServiceUserId"] = "998",
            ["ServiceSid"] = "S-1-5-82-1-2-3-4-5",
        });

        Assert.Empty(problems);
        Assert.NotNull(options);
        Assert.Equal(["http://0.0.0.0:8080", "https://localhost:8443"], options.Urls);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data"), options.DataDirectory);
        Assert.Equal(new ServiceAddress(ServiceTransport.NamedPipe, "SessionState.v1"), options.ServiceAddress);
        Assert.Equal(998u, options.ServiceUserId);
        Assert.Equal("S-1-5-82-1-2-3-4-5", options.ServiceSid);
    }

    [Fact]
    public void Urls_MissingButKestrelEndpointsGiven_AreLeftToKestrel()
    {
        var (options, _) = Read(new() { ["Kestrel:Endpoints:Main:Url"] = "https://localhost:8443" });

        Assert.NotNull(options);
        Assert.Empty(options.Urls);
    }

    [Fact]
    public void Settings_SeveralWrong_AreAllNamedWithWhatIsAllowed()
    {
        var (options, problems) = Read(new() { ["Urls"] = "localhost:5080", ["ServiceAddress"] = "tcp:5", ["ServiceUserId"] = "root", ["ServiceSid"] = "IIS APPPOOL\\Service" });

        Assert.Null(options);
        Assert.Equal(
            [
                "Urls: \"localhost:5080\" is no address to listen at. Write http://HOST:PORT or https://HOST:PORT, for example http://localhost:5080; separate several with \";\".",
                "ServiceAddress: 'tcp:5' is no address of a Service. Write unix:/path/to/socket or pipe:name. Leave it out to start a Service on the demo server.",
                "ServiceUserId: \"root\" is no number of a user. Write the user id that the Service runs as; \"id -u NAME\" prints it.",
                "ServiceSid: \"IIS APPPOOL\\Service\" is no security identifier. Write the one of the account that the Service runs as: S-1-5-82-… for an application pool.",
            ],
            problems);
    }

    [Theory]
    [InlineData("ftp://localhost")]
    [InlineData("http://")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://unix:/tmp/x.sock")]
    [InlineData("http://localhost:5080/base")]
    [InlineData("http://localhost:5080;nonsense")]
    public void Urls_NotAnAddressToListenAt_AreRefused(string urls)
    {
        var (options, problems) = Read(new() { ["Urls"] = urls });

        Assert.Null(options);
        Assert.StartsWith("Urls: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a secret")]
    [InlineData("Host=db;Pasword=a secret")]
    [InlineData("Host=db;Port=a secret")]
    public void PostgreSql_NoConnectionString_IsRefusedWithoutRepeatingIt(string connection)
    {
        var (options, problems) = Read(new() { ["SignIn:PostgreSql"] = connection });

        Assert.Null(options);
        var problem = Assert.Single(problems);
        Assert.StartsWith("SignIn:PostgreSql: this is no connection string.", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    private static (DashboardOptions? Options, IReadOnlyList<string> Problems) Read(Dictionary<string, string?> settings) =>
        DashboardOptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}

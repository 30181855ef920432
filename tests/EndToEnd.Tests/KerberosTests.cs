using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests;

/// <summary>Kerberos with a real key distribution centre, a keytab and curl.</summary>
public sealed class KerberosTests : IAsyncLifetime
{
    private const string Refused = "401";

    private KerberosRealm _realm = null!;
    private DashboardProgram _dashboard = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => $"{_dashboard.NamedAddress}/signin/windows?returnUrl=/audit";

    public async ValueTask InitializeAsync()
    {
        _realm = await KerberosRealm.StartAsync();
        _dashboard = await DashboardProgram.StartAsync(_realm.Variables, ["--SignIn:Windows", "true"], Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _dashboard.DisposeAsync();
        await _realm.DisposeAsync();
    }

    [Fact]
    public async Task Ticket_Good_SignsInAndIsNotTakenTwice()
    {
        await _realm.LogInAsync();
        var token = await _realm.TokenForAsync("localhost");

        Assert.Equal($"302 {_dashboard.NamedAddress}/audit", Absolute(await _realm.CurlAsync(Address, token)));
        await _dashboard.LineAsync(@"alice \(kerberos, alice@TEST\.EXAMPLE\) signed in with windows from 127\.0\.0\.1", Cancel);
        Assert.Equal(Refused, await _realm.CurlAsync(Address, token));
        Assert.StartsWith("302 ", await _realm.CurlAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_Expired_IsRefused()
    {
        await _realm.LogInAsync("5s");
        var token = await _realm.TokenForAsync("localhost");
        await _realm.ExpiredAsync();

        Assert.Equal(Refused, await _realm.CurlAsync(Address, token));
        Assert.Equal(Refused, await _realm.CurlAsync(Address));
    }

    [Fact]
    public async Task Ticket_ForAnotherHost_IsRefused()
    {
        await _realm.LogInAsync();

        Assert.Equal(Refused, await _realm.CurlAsync(Address, await _realm.TokenForAsync("elsewhere")));
    }

    [Theory]
    [InlineData("Negotiate garbage")]
    [InlineData("Negotiate !!!")]
    [InlineData("Negotiate TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==")]
    [InlineData("NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==")]
    public async Task Credentials_OfAnyOtherKind_AreRefused(string header) => Assert.Equal(Refused, await _realm.CurlAsync(Address, header));

    [Fact]
    public async Task Ticket_OnAnyOtherPage_SignsNobodyIn()
    {
        await _realm.LogInAsync();

        Assert.Equal(Refused, await _realm.CurlAsync($"{_dashboard.NamedAddress}/audit", await _realm.TokenForAsync("localhost")));
    }

    private string Absolute(string answer) => answer.Replace("302 /", $"302 {_dashboard.NamedAddress}/", StringComparison.Ordinal);
}

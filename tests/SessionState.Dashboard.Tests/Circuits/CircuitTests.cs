using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Dashboard.Security;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;
using SessionState.Dashboard.Tests.SignIn;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>What a circuit makes of messages that no browser sends. ASVS 4.4.1, 4.4.2, 7.4.1, 13.4.2.</summary>
public sealed class CircuitTests : IAsyncLifetime
{
    private const string ForgedDescriptor = """[{"type":"server","sequence":0,"descriptor":"AAAA"}]""";
    private const string ForgedRoot =
        """{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{"type":"server","key":{"locationHash":"x","formattedComponentKey":""},"sequence":0,"descriptor":"AAAA"}}]}""";

    private readonly DashboardFactory _dashboard = DashboardFactory.WithAccounts();
    private string _ann = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _dashboard.Settings["SignIn:Link"] = "true";
        _dashboard.Clock.SetToNow();
        using var browser = _dashboard.CreateBrowser();
        await _dashboard.AnnouncedAsync();
        using var answer = await browser.SetUpAsync(_dashboard.SetupLink);
        _ann = CookieOf(answer);
    }

    public async ValueTask DisposeAsync()
    {
        using var anybody = _dashboard.CreateClient();
        Assert.Equal("ok", await anybody.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancel));
        await _dashboard.DisposeAsync();
    }

    [Theory] // C01
    [InlineData(null, null, "[]", "")]
    [InlineData("http://localhost/", "http://evil.example/", "[]", "")]
    [InlineData("http://localhost/", "http://localhost/", ForgedDescriptor, "")]
    [InlineData("http://localhost/", "http://localhost/", "[]", "not protected")]
    public async Task Start_WithWhatNoPageSaid_IsRefused(string? baseUri, string? uri, string components, string state)
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);

        Assert.Null(await circuit.InvokeAsync("StartCircuit", baseUri, uri, components, state));

        await circuit.HungUpAsync();
        AssertNothingTold(circuit);
    }

    [Fact] // C02
    public async Task Start_Twice_IsRefused()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());

        Assert.Null(await circuit.StartAsync());

        await circuit.HungUpAsync();
    }

    [Fact] // C02
    public async Task Call_BeforeTheStart_IsRefused()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);

        await circuit.TellAsync("BeginInvokeDotNetFromJS", "1", "System.Private.CoreLib", "GetEnvironmentVariable", 0, "[]");

        await circuit.HungUpAsync();
    }

    [Fact] // C03
    public async Task Method_OfTheHubThatIsNone_IsRefused()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);

        Assert.Null(await circuit.InvokeAsync("DeleteEverything"));
        Assert.NotNull(await circuit.StartAsync());
    }

    [Theory] // C04
    [InlineData("{bad")]
    [InlineData(ForgedRoot)]
    public async Task RootComponents_Forged_EndTheCircuit(string operations)
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());

        await circuit.TellAsync("UpdateRootComponents", operations, "");

        await circuit.HungUpAsync();
        AssertNothingTold(circuit);
    }

    [Fact] // C05
    public async Task Location_OnAnotherHost_EndsTheCircuit()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());

        await circuit.TellAsync("OnLocationChanged", "http://evil.example/", null, false);

        Assert.True(await circuit.ToldErrorAsync());
        AssertNothingTold(circuit);
    }

    [Fact] // C06
    public async Task Message_Of40Kilobytes_EndsTheConnection()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);

        await circuit.TellAsync("ConnectCircuit", new string('y', 40_000));

        await circuit.HungUpAsync();
    }

    [Fact] // C06
    public async Task Messages_AThousandAtOnce_DoNotKeepOthersWaiting()
    {
        using var flood = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await flood.StartAsync());
        for (var message = 0; message < 1_000; message++)
        {
            await flood.TellAsync("OnRenderCompleted", 0L, null);
        }

        using var other = await CircuitClient.ConnectAsync(_dashboard, _ann);

        Assert.NotNull(await other.StartAsync());
    }

    [Fact] // C06
    public async Task Pictures_ThatAreNeverAcknowledged_StopAfterTen()
    {
        using var browser = _dashboard.CreateBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", _ann);
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());
        await circuit.ShowAsync(page);
        for (var visit = 0; visit < 40; visit++)
        {
            await circuit.TellAsync("OnLocationChanged", $"{CircuitClient.Base}{(visit % 2 == 0 ? "audit" : "")}", null, false);
        }

        while (circuit.Pictures.Count < 10)
        {
            Assert.True(await circuit.PictureAsync());
        }

        // The answer comes after everything that was asked before.
        Assert.Null(await circuit.InvokeAsync("DeleteEverything"));
        Assert.Equal(10, circuit.Pictures.Count);

        // What was held back comes once the page says that it follows.
        await circuit.AcknowledgeAsync();
        Assert.True(await circuit.PictureAsync());
        Assert.Empty(circuit.Errors);
    }

    [Fact] // C08
    public async Task Circuit_OfAnotherPerson_IsNotTakenOver()
    {
        using var browser = _dashboard.CreateBrowser();
        using var signIn = await browser.OpenAndSubmitAsync(_dashboard.NewestLink);
        using var anns = await CircuitClient.ConnectAsync(_dashboard, _ann);
        var id = await anns.StartAsync();
        Assert.NotNull(id);
        using var other = await CircuitClient.ConnectAsync(_dashboard, CookieOf(signIn));

        Assert.NotEqual(true, await other.InvokeAsync("ConnectCircuit", id));

        await other.HungUpAsync();
        AssertNothingTold(other);
    }

    [Fact]
    public async Task Circuit_OfTheSamePerson_IsTakenUpAgain()
    {
        string? id;
        using (var first = await CircuitClient.ConnectAsync(_dashboard, _ann))
        {
            id = await first.StartAsync();
        }

        using var second = await CircuitClient.ConnectAsync(_dashboard, _ann);

        Assert.Equal(true, await second.InvokeAsync("ConnectCircuit", id));
    }

    [Fact] // C09
    public async Task ScriptsAnswer_NobodyAskedFor_IsIgnored()
    {
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());

        await circuit.TellAsync("EndInvokeJSFromDotNet", 999, true, "[999,true,{\"wrong\":\"type\"}]");

        Assert.Null(await circuit.InvokeAsync("DeleteEverything"));
        Assert.Empty(circuit.Errors);
    }

    [Fact] // C09
    public async Task ScriptsAnswer_OfAMegabyte_EndsThatConnectionAlone()
    {
        using var other = await CircuitClient.ConnectAsync(_dashboard, _ann);
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, _ann);
        Assert.NotNull(await circuit.StartAsync());

        await circuit.TellAsync("EndInvokeJSFromDotNet", 1, true, $"[1,true,\"{new string('x', 1024 * 1024)}\"]");

        await circuit.HungUpAsync();
        Assert.NotNull(await other.StartAsync());
    }

    [Fact]
    public async Task Session_Revoked_OpensNoConnectionAnyMore()
    {
        using (await CircuitClient.ConnectAsync(_dashboard, _ann))
        {
        }

        var sessions = _dashboard.Services.GetRequiredService<SessionBook>();

        await sessions.EndAllAsync(Assert.Single(sessions.Everybody).User);

        await Assert.ThrowsAnyAsync<Exception>(() => CircuitClient.ConnectAsync(_dashboard, _ann));
    }

    [Fact]
    public async Task SignIn_EightHoursOld_ClosesTheCircuitsConnection()
    {
        _dashboard.Clock.Advance(-SessionBook.LongestLife);
        using var browser = _dashboard.CreateBrowser();
        using var signIn = await browser.OpenAndSubmitAsync(_dashboard.NewestLink);
        using var circuit = await CircuitClient.ConnectAsync(_dashboard, CookieOf(signIn));

        await circuit.HungUpAsync();
    }

    [Fact]
    public async Task Circuits_MoreThanFiveOfAPerson_WaitOrAreRefused()
    {
        var open = new List<CircuitClient>();
        for (var count = 0; count < RequestLimits.CircuitsPerPerson; count++)
        {
            open.Add(await CircuitClient.ConnectAsync(_dashboard, _ann));
        }

        var sixth = CircuitClient.ConnectAsync(_dashboard, _ann);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            // One waits; whichever of the two comes second is refused.
            var first = await Task.WhenAny(sixth, CircuitClient.ConnectAsync(_dashboard, _ann));
            await first;
        });
        open[0].Dispose();
        open.ForEach(circuit => circuit.Dispose());
    }

    [Fact]
    public void Circuits_EndWithTheSignInAndUseWebSocketsOnly()
    {
        _ = _dashboard.Server;
        var hubs = _dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(endpoint => endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>()).ToList();

        Assert.NotEmpty(hubs);
        Assert.All(hubs, hub => Assert.True(hub.CloseOnAuthenticationExpiration));
        Assert.All(hubs, hub => Assert.Equal(HttpTransportType.WebSockets, hub.Transports));
    }

    // Generic words only: no types, no stack, no paths.
    private static void AssertNothingTold(CircuitClient circuit) =>
        Assert.All(circuit.Errors, error => Assert.DoesNotMatch(@"   at |Exception|\.cs", error));

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(SignInCookie.Name, StringComparison.Ordinal)).Split(';')[0];
}

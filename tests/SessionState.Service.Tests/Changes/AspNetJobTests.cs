using SessionState.Contracts;

namespace SessionState.Service.Tests.Changes;

/// <summary>ASP.NET's session mode is seen, changed in the web.config that ASP.NET reads, and recorded like classic ASP's.</summary>
public sealed class AspNetJobTests
{
    private const string Mode = "system.web/sessionState@mode";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_ModeOff_WritesTheApplicationsWebConfigAndIsRecorded()
    {
        await using var service = await ServiceApplication.StartAsync();

        var result = await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "Off", setting: Mode));

        Assert.Contains("mode=\"Off\"", await File.ReadAllTextAsync(service.WebConfig("shop"), Cancel), StringComparison.Ordinal);
        var row = await service.RowAsync("Contoso/shop");
        Assert.Equal(("Off", ValueSource.SetHere, "InProc"), (row.AspNetMode, row.AspNetSource, (await service.RowAsync("Contoso")).AspNetMode));
        var entry = (await service.RecordAsync(result.AuditSequence)).Entry;
        Assert.Equal(
            ("ASP.NET session mode", SettingType.Choice, "InProc", "Off", AuditOutcome.Applied),
            (entry.SettingTitle, entry.ValueType, entry.Before, entry.After, entry.Outcome));
    }

    [Fact]
    public async Task GetNodes_ByMode_ListsOnlyThose()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request("Contoso/shop", "Off", setting: Mode));

        var page = (await service.Client.GetNodesAsync(new() { AspNet = "off" }, Cancel)).Demand();

        Assert.Equal(["Contoso/shop"], page.Items.Select(item => item.Path));
    }

    [Fact]
    public async Task Preview_ModeInApplicationHostConfig_IsRefusedBecauseAspNetDoesNotReadIt()
    {
        await using var service = await ServiceApplication.StartAsync();

        var refusal = (await service.Client.PreviewAsync(
            ServiceApplication.Ada, ClientExtensions.Request("Contoso/shop", "Off", "MACHINE/WEBROOT/APPHOST", Mode), Cancel)).Refusal();

        Assert.Contains("applicationHost.config", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.Invalid, refusal.Code);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("7")]
    [InlineData("Custom; x")]
    public async Task Preview_NoMode_IsRefusedWithWhatIs(string value)
    {
        await using var service = await ServiceApplication.StartAsync();

        var refusal = (await service.Client.PreviewAsync(
            ServiceApplication.Ada, ClientExtensions.Request("Contoso/shop", value, setting: Mode), Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, 422, "value"), (refusal.Code, refusal.Status, refusal.Field));
        Assert.Contains("StateServer", refusal.Detail, StringComparison.Ordinal);
    }
}

using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>The change pipeline asks for grants before it looks at anything, and again when it knows what would be touched.</summary>
public sealed class ChangePolicyTests : IAsyncLifetime
{
    private ServiceApplication _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await GrantServer.StartAsync(grantAt: null);
        _service.Grant(Policies.Hedda, StandardRoles.HelpDesk, GrantServer.Place, ServiceApplication.Setting);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Apply_ByTheHelpDeskWithATicket_IsMade()
    {
        var result = (await _service.Client.ApplyAsync(Policies.Hedda, await ToApplyAsync(ClientExtensions.Request("Contoso/shop", "true")), Cancel)).Demand();

        Assert.True((await _service.RowAsync("Contoso/shop")).AspSession);
        Assert.Equal("Hedda Help", (await _service.RecordAsync(result.AuditSequence)).Entry.Who);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Apply_ByTheHelpDeskWithoutATicket_IsInvalid(string? ticket)
    {
        var change = await ToApplyAsync(ClientExtensions.Request("Contoso/shop", "true"));

        Assert.Equal("ticket", (await _service.Client.ApplyAsync(Policies.Hedda, change with { Ticket = ticket }, Cancel)).Refusal().Field);
    }

    [Fact]
    public async Task Apply_OfAnotherSettingThanGranted_IsForbiddenAndRecorded()
    {
        var change = (await _service.PreviewedAsync(ClientExtensions.Request("Contoso/shop", "00:10:00", setting: "system.webServer/asp/session@timeout"))).ToApply();

        Assert.Equal(403, (await _service.Client.ApplyAsync(Policies.Hedda, change, Cancel)).Refusal().Status);

        var denied = Assert.Single(await _service.AuditAsync(new() { Type = AuditType.Denied }));
        Assert.Equal(("Hedda Help", "Contoso/shop"), (denied.Who, denied.Path));
    }

    [Fact]
    public async Task Apply_OneTargetOutside_ChangesNone()
    {
        var request = new ChangeRequest(
            [
                new("Contoso/shop", ServiceApplication.Setting, ChangeAction.Set, "true", null),
                new("Fabrikam", ServiceApplication.Setting, ChangeAction.Set, "false", null),
            ],
            "");
        var change = (await _service.PreviewedAsync(request)).ToApply();
        var before = await File.ReadAllTextAsync(_service.ApplicationHost, Cancel);

        var refused = (await _service.Client.ApplyAsync(Policies.Hedda, change, Cancel)).Refusal();

        Assert.Equal(404, refused.Status);
        Assert.Equal(before, await File.ReadAllTextAsync(_service.ApplicationHost, Cancel));
    }

    [Fact]
    public async Task Apply_GrantEndedAfterThePreview_IsForbidden()
    {
        var otto = new ActingUser("local", "otto", "Otto");
        var grant = _service.Grant(otto, StandardRoles.Operator, "Contoso");
        var change = (await _service.Client.PreviewAsync(otto, ClientExtensions.Request("Contoso"), Cancel)).Demand().ToApply();

        (await _service.Client.EndGrantAsync(ServiceApplication.Ada, grant.Id, new("Left"), Cancel)).Demand();

        Assert.Equal(403, (await _service.Client.ApplyAsync(otto, change, Cancel)).Refusal().Status);
    }

    [Fact]
    public async Task Change_OfAFolderThatServesAnotherSite_IsForbiddenWithoutNamingIt()
    {
        await _service.StopAsync();
        var host = await File.ReadAllTextAsync(_service.ApplicationHost, Cancel);
        await File.WriteAllTextAsync(_service.ApplicationHost, host.Replace(@"C:\inetpub\shop2", @"C:\inetpub\fabrikam", StringComparison.Ordinal), Cancel);
        await _service.StartAsync();
        var otto = new ActingUser("local", "otto", "Otto");
        _service.Grant(otto, StandardRoles.Operator, GrantServer.Twin);

        var request = ClientExtensions.Request(GrantServer.Twin, "true", setting: "system.web/pages@enableSessionState");
        Assert.Null((await _service.Client.PreviewAsync(ServiceApplication.Ada, request, Cancel)).Problem);
        var refused = (await _service.Client.PreviewAsync(otto, request, Cancel)).Refusal();

        Assert.Equal(403, refused.Status);
        Assert.DoesNotContain("Fabrikam", refused.Detail + refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_NeedsItsOwnGrant()
    {
        var change = await ToApplyAsync(ClientExtensions.Request("Contoso/shop", "true"));
        (await _service.Client.ApplyAsync(Policies.Hedda, change, Cancel)).Demand();

        Assert.Equal(403, (await _service.Client.PreviewUndoAsync(Policies.Hedda, change.ChangeId, Cancel)).Refusal().Status);
        Assert.Null((await _service.Client.PreviewUndoAsync(ServiceApplication.Ada, change.ChangeId, Cancel)).Problem);
    }

    [Fact]
    public async Task OperatingSystemUser_OfAnotherProcess_IsNobody()
    {
        var someone = new ActingUser("os", "4711", "someone");
        _service.Grant(someone, StandardRoles.Operator);

        Assert.Equal(403, (await _service.As(someone).GetNodeAsync("Contoso", Cancel)).Refusal().Status);
    }

    private async Task<ApplyChangeRequest> ToApplyAsync(ChangeRequest request) =>
        (await _service.Client.PreviewAsync(Policies.Hedda, request, Cancel)).Demand().ToApply();
}

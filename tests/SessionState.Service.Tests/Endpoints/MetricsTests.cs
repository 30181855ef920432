using SessionState.Contracts;

namespace SessionState.Service.Tests.Endpoints;

/// <summary>What a monitor reads.</summary>
public sealed class MetricsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_AfterAChangeAndARefusal_CountBothAndNameNobody()
    {
        await using var service = await ServiceApplication.StartAsync();
        var preview = await service.PreviewedAsync(ClientExtensions.Request());
        (await service.ApplyAsync(preview.ToApply())).Demand();
        (await service.ApplyAsync(preview.ToApply() with { ChangeId = Guid.Empty })).Refusal();

        var text = await service.Http.GetStringAsync(ServiceRoutes.Metrics, Cancel);

        // Other tests of this process count along: the numbers are at least ours.
        Assert.Matches(@"(?m)^sessionstate_audit_records_total\{[^}]*outcome=""Applied"",type=""Outcome""\} [1-9]", text);
        Assert.Matches(@"(?m)^sessionstate_audit_records_total\{[^}]*type=""Denied""\} [1-9]", text);
        Assert.Matches(@"(?m)^sessionstate_audit_writable\{[^}]*\} 1$", text);
        Assert.Contains("http_server_request_duration_seconds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shop", text, StringComparison.OrdinalIgnoreCase);
    }
}

using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Service.Tests;

/// <summary>The steps that many tests take.</summary>
internal static class ClientExtensions
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static ChangeRequest Request(
        string path = "Contoso", string? value = "false", string? commitPath = null, string setting = ServiceApplication.Setting) => new(
            path, setting, value is null ? ChangeAction.Clear : ChangeAction.Set, value, commitPath, "");

    /// <summary>The same request about something else.</summary>
    public static ChangeRequest With(this ChangeRequest request, Func<ChangeTarget, ChangeTarget> turn) =>
        request with { Targets = [.. request.Targets.Select(turn)] };

    public static async Task<ChangePreview> PreviewedAsync(this ServiceApplication service, ChangeRequest request) =>
        (await service.Client.PreviewAsync(ServiceApplication.Ada, request, Cancel)).Demand();

    public static ApplyChangeRequest ToApply(this ChangePreview preview, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), preview.Request, preview.PlanDigest, "Sessions are not needed there", "INC-7");

    public static Task<ServiceResult<ChangeResult>> ApplyAsync(this ServiceApplication service, ApplyChangeRequest request) =>
        service.Client.ApplyAsync(ServiceApplication.Ada, request, Cancel);

    /// <summary>Previews and applies.</summary>
    public static async Task<ChangeResult> ChangeAsync(this ServiceApplication service, ChangeRequest request) =>
        (await service.ApplyAsync((await service.PreviewedAsync(request)).ToApply())).Demand();

    public static async Task<NodeRow> RowAsync(this ServiceApplication service, string path)
    {
        var page = (await service.Client.GetNodesAsync(new() { Under = path, AllFolders = true }, Cancel)).Demand();
        return Assert.Single(page.Items, row => row.Path == path);
    }

    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(this ServiceApplication service, AuditQuery? query = null) =>
        (await service.Client.GetAuditAsync(query ?? new(), Cancel)).Demand().Items;

    public static async Task<AuditRecordDetails> RecordAsync(this ServiceApplication service, long sequence) =>
        (await service.Client.GetAuditRecordAsync(sequence, Cancel)).Demand();

    public static T Demand<T>(this ServiceResult<T> result)
        where T : class
    {
        Assert.True(result.Succeeded(out var value, out var problem), Show(problem));
        return value;
    }

    public static Problem Refusal<T>(this ServiceResult<T> result)
        where T : class
    {
        Assert.False(result.Succeeded(out var value, out var problem), value?.ToString());
        return problem;
    }

    private static string Show(Problem? problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{problem?.Status} {problem?.Code}: {problem?.Detail} {problem?.Remedy}");
}

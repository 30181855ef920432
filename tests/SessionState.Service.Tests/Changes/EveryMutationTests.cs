using Microsoft.AspNetCore.Routing;
using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Changes;

/// <summary>
/// The invariant: whatever changes a file leaves an intent before and an outcome after it, and nothing else changes anything. An address that
/// may change something and is not tried here fails the test. ASVS 3.5.3.
/// </summary>
public sealed class EveryMutationTests
{
    /// <summary>What each address that changes configuration does, by the address's name, and whether it writes files.</summary>
    private static readonly Dictionary<string, (bool WritesFiles, Func<ServiceApplication, Task> RunAsync)> Mutations = new()
    {
        ["ApplyChange"] = (true, service => service.ChangeAsync(ClientExtensions.Request())),
        ["UndoChange"] = (true, UndoAsync),
        ["ConfirmChange"] = (false, ConfirmAsync),
    };

    // They change no configuration; their own tests hold them to a record each.
    private static readonly string[] Others = ["AddGrant", "EndGrant", "RequestApproval", "RequestUndoApproval", "DecideApproval", "WithdrawApproval"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Fact]
    public async Task Endpoints_ThatMayChangeSomething_AreAllTriedHere()
    {
        await using var service = await ServiceApplication.StartAsync();

        var names = service.Get<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessMetadata>()?.IsChange == true)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);

        Assert.Equal(Mutations.Keys.Order(), names.Except(Others).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mutation_ThatWritesFiles_LeavesIntentBeforeAndOutcomeAfter(string name)
    {
        var (writesFiles, runAsync) = Mutations[name];
        await using var service = await ServiceApplication.StartAsync();
        await PrepareAsync(service, name);
        var (text, head) = (await File.ReadAllTextAsync(service.ApplicationHost, Cancel), (await service.AuditAsync())[0].Sequence);

        await runAsync(service);

        var records = (await service.AuditAsync(new() { Type = null, Limit = 500 })).Where(record => record.Sequence > head).ToList();
        var intents = (await service.AuditAsync(new() { Type = AuditType.Intent })).Where(record => record.Sequence > head).ToList();
        Assert.Equal(writesFiles, text != await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal(writesFiles ? 1 : 0, intents.Count);
        var last = Assert.Single(records);
        Assert.Equal(writesFiles ? AuditType.Outcome : AuditType.Confirmed, last.Type);
        Assert.All(intents, intent => Assert.True(intent.Sequence < last.Sequence && intent.ChangeId == last.ChangeId));
    }

    [Fact]
    public async Task Reads_ChangeNoFileAndLeaveNoRecord()
    {
        await using var service = await ServiceApplication.StartAsync();
        var head = (await service.AuditAsync())[0].Sequence;
        var routes = service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route != ServiceRoutes.Events && !route.Contains('{', StringComparison.Ordinal));

        foreach (var route in routes)
        {
            using var answer = await service.Http.GetAsync(new Uri($"{route}?path=Contoso&format=csv", UriKind.Relative), Cancel);
            Assert.True((int)answer.StatusCode < 500, $"{route}: {answer.StatusCode}");
        }

        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal(head, (await service.AuditAsync())[0].Sequence);
    }

    // What there must be before the mutation.
    private static Task PrepareAsync(ServiceApplication service, string name) => name switch
    {
        "UndoChange" => service.ChangeAsync(ClientExtensions.Request()),
        "ConfirmChange" => service.ChangeAsync(ClientExtensions.Request("")),
        _ => Task.CompletedTask,
    };

    private static async Task UndoAsync(ServiceApplication service)
    {
        var change = (await service.AuditAsync())[0].ChangeId!.Value;
        var preview = (await service.Client.PreviewUndoAsync(ServiceApplication.Ada, change, Cancel)).Demand();
        (await service.Client.UndoAsync(ServiceApplication.Ada, change, new(Guid.NewGuid(), preview.PlanDigest, "Sorry", null), Cancel)).Demand();
    }

    private static async Task ConfirmAsync(ServiceApplication service)
    {
        var pending = (await service.Client.GetPendingChangesAsync(Cancel)).Demand();
        (await service.Client.ConfirmAsync(ServiceApplication.Ada, pending.Items[0].ChangeId, Cancel)).Demand();
    }
}

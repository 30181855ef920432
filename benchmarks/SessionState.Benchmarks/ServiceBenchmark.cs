using System.Globalization;
using SessionState.Contracts;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>The Service over its socket, as the Dashboard uses it: reads, audited changes, and the first page while others write.</summary>
internal sealed class ServiceBenchmark(ServiceProcess service, ConfigurationServiceClient client)
{
    private const string Setting = "system.webServer/asp/session@allowSessionState";
    private const int Readers = 8;
    private const int Writers = 4;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
    private static readonly ActingUser Ada = ServiceProcess.Ada;

    public static async Task RunAsync(GeneratedServer server)
    {
        using var service = ServiceProcess.Start(server);
        using var client = service.Connect();
        await new ServiceBenchmark(service, client).RunAsync();
    }

    private async Task RunAsync()
    {
        var rows = Demand(await client.GetNodesAsync(new() { Limit = 1_000 }, default)).Items;
        var sites = rows.Where(row => row.Kind == NodeKind.Site && row.Errors == 0).Select(row => row.Path).Take(Writers).ToList();

        await ReadAsync("one node's effective value", path => client.GetNodesAsync(new() { Under = path, Limit = 1 }, default), rows);
        await ReadAsync("everything about one node", path => client.GetNodeAsync(path, default), rows);
        await WriteAsync(sites, 1);
        await WriteAsync(sites, Writers);
        await ReadWhileWritingAsync(sites);
    }

    private async Task ReadAsync<T>(string what, Func<string, Task<ServiceResult<T>>> read, IReadOnlyList<NodeRow> rows)
        where T : class
    {
        var next = 0;
        Task CallAsync(int caller) => CheckedAsync(read(rows[Interlocked.Increment(ref next) % rows.Count].Path));
        await new Latencies().RunAsync(Readers, Time / 4, CallAsync);
        await ReportAsync($"{what}, {Readers} callers", Readers, CallAsync);
    }

    private async Task WriteAsync(List<string> sites, int writers)
    {
        var values = new bool[writers];
        Task CallAsync(int caller) => ChangeAsync(sites[caller], values[caller] = !values[caller]);
        await new Latencies().RunAsync(writers, Time / 4, CallAsync);
        await ReportAsync($"preview and apply, {writers} writer{(writers == 1 ? "" : "s of one file")}", writers, CallAsync);
    }

    private async Task ReadWhileWritingAsync(List<string> sites)
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var value = false; !stop.IsCancellationRequested; value = !value)
            {
                await ChangeAsync(sites[0], value);
            }
        });
        await ReportAsync("first page of 200 rows while another writes", 2, _ => CheckedAsync(client.GetNodesAsync(new() { Limit = 200 }, default)));
        await stop.CancelAsync();
        await writing;
    }

    // Several people change one file at once: whoever previewed before another's change previews again, as a person would.
    private async Task ChangeAsync(string path, bool value)
    {
        while (true)
        {
            var change = new ChangeRequest(path, Setting, ChangeAction.Set, value ? "true" : "false", "MACHINE/WEBROOT/APPHOST", "");
            var preview = Demand(await client.PreviewAsync(Ada, change, default));
            if (preview.NothingToDo)
            {
                return;
            }

            var applied = await client.ApplyAsync(Ada, new(Guid.NewGuid(), preview.Request, preview.PlanDigest, "Benchmark", null), default);
            if (applied.Problem is null)
            {
                return;
            }

            if (applied.Problem.Code != ProblemCodes.Stale)
            {
                throw new InvalidOperationException(applied.Problem.Detail);
            }
        }
    }

    private static async Task CheckedAsync<T>(Task<ServiceResult<T>> call)
        where T : class => Demand(await call);

    private static T Demand<T>(ServiceResult<T> result)
        where T : class =>
        result.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException($"{problem.Code}: {problem.Detail}");

    private async Task ReportAsync(string what, int callers, Func<int, Task> callAsync)
    {
        var (latencies, before) = (new Latencies(), service.ProcessorTime);
        var rate = await latencies.RunAsync(callers, Time, callAsync);
        var processor = (service.ProcessorTime - before).TotalMilliseconds / latencies.Count;
        Timing.Report(what, string.Create(
            CultureInfo.InvariantCulture, $"{rate:0}/s, {latencies.Describe()}; processor time of the Service {processor:0.00} ms each"));
    }
}

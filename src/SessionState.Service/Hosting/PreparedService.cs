using SessionState.Files;
using SessionState.Service.Grants;
using SessionState.Service.Transport;

namespace SessionState.Service.Hosting;

/// <summary>Everything a Service needs from the machine, taken before it listens. What is missing is a sentence, not an exception.</summary>
internal sealed class PreparedService : IAsyncDisposable
{
    private readonly DataFolder _folder;

    private PreparedService(ServiceOptions options, DataFolder folder, ConfigurationSet files, PolicyStore policy)
    {
        Options = options;
        Files = files;
        Policy = policy;
        _folder = folder;
    }

    public ServiceOptions Options { get; }

    public ConfigurationSet Files { get; }

    public PolicyStore Policy { get; }

    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="problem">Why it cannot start, in a sentence; "" where it can.</param>
    /// <param name="listens">False for a verb, which listens nowhere.</param>
    public static PreparedService? TryPrepare(ServiceOptions options, TimeProvider time, out string problem, bool listens = true)
    {
        if (DataFolder.TryTake(options.DataDirectory, out problem) is not { } folder)
        {
            return null;
        }

        var inherited = InheritedSocket.Find(options.Address, Environment.GetEnvironmentVariable, out problem);
        if (problem.Length > 0 || PolicyStore.TryOpen(options, time, out problem) is not { } policy)
        {
            folder.Dispose();
            return null;
        }

        var effective = (options.Demo ? DemoServer.LayOut(options) : options) with { InheritedSocket = inherited };
        var loaded = ConfigurationSet.Load(ToFileOptions(effective), time);
        problem = loaded.IsLoaded
            ? (listens ? ListeningPlace.Prepare(effective) : null) ?? ""
            : $"{loaded.Problem.Message} {loaded.Problem.Remedy} The setting is Service:ApplicationHostConfig.";
        if (loaded.IsLoaded && problem.Length == 0)
        {
            return new(effective, folder, loaded.Set, policy);
        }

        folder.Dispose();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await Files.DisposeAsync();
        _folder.Dispose();
    }

    private static ConfigurationSetOptions ToFileOptions(ServiceOptions options) => new()
    {
        ApplicationHostConfig = options.ApplicationHostConfig,
        PathMap = options.PathMap,
        Variables = options.Variables,
        HistoryFolder = options.HistoryFolder,
    };
}

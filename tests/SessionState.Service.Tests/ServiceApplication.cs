using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests;

/// <summary>A whole Service in this process: real Kestrel on a real socket, real files, real SQLite, all in a temporary folder.</summary>
internal sealed class ServiceApplication : IAsyncDisposable
{
    public const string Setting = "system.webServer/asp/session@allowSessionState";

    private readonly TemporaryFolder _folder;
    private readonly Func<ServiceOptions, ServiceOptions> _configure;
    private PreparedService? _prepared;
    private WebApplication? _app;

    private readonly Action<IEndpointRouteBuilder>? _map;
    private readonly bool _approvals;

    private ServiceApplication(
        TemporaryFolder folder, Func<ServiceOptions, ServiceOptions> configure, Action<IEndpointRouteBuilder>? map, bool approvals)
    {
        _folder = folder;
        _approvals = approvals;
        _configure = configure;
        _map = map;
        Http = CreateHttpClient();
        Http.DefaultRequestHeaders.Add(ActingUser.HeaderName, Ada.ToHeader());
        Client = new(CreateHttpClient(), Ada);
    }

    public static ActingUser Ada { get; } = new("local", "ada", "Ada Lovelace");

    public TestClock Clock { get; } = new();

    /// <summary>The contract's client, as the Dashboard uses it.</summary>
    public ConfigurationServiceClient Client { get; }

    /// <summary>For requests that no proper client sends.</summary>
    public HttpClient Http { get; }

    public ServiceOptions Options => _configure(new()
    {
        ServerName = "WEB01",
        ApplicationHostConfig = ApplicationHost,
        PathMap = [new(@"C:\inetpub", _folder["inetpub"])],
        DataDirectory = Data,
        Address = new(ServiceTransport.UnixSocket, Socket),
        FirstAdministrator = new(SubjectKind.Person, Ada.Issuer, Ada.Subject),
        StepUpTime = _approvals ? ServiceOptions.DefaultStepUpTime : TimeSpan.Zero,
        AllowedUids = OperatingSystem.IsLinux() ? [UnixFileStatus.CurrentUserId] : [],
    });

    public string Data => _folder["data"];

    public string AuditFile => Path.Combine(Data, "audit.db");

    public string Socket => _folder["run/api.sock"];

    public string ApplicationHost => _folder["config/applicationHost.config"];

    /// <summary>A file below the folder of all sites.</summary>
    public string Page(string relative) => _folder[$"inetpub/{relative}"];

    public string WebConfig(string folder) => _folder[$"inetpub/{folder}/web.config"];

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <param name="arrange">Lays out more files.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <param name="map">Maps more endpoints.</param>
    /// <param name="approvals">True: high-impact changes take a second person, and some things a fresh sign-in, as in a new installation.</param>
    public static async Task<ServiceApplication> StartAsync(
        Action<TemporaryFolder>? arrange = null,
        Func<ServiceOptions, ServiceOptions>? configure = null,
        Action<IEndpointRouteBuilder>? map = null,
        bool approvals = false)
    {
        var folder = new TemporaryFolder();
        SampleServer.Write(folder);
        arrange?.Invoke(folder);
        var application = new ServiceApplication(folder, configure ?? (options => options), map, approvals);
        await application.StartAsync();
        if (!approvals)
        {
            // Most tests are about something else than the second person.
            Assert.Null(application.Get<PolicyStore>().Change(policy => policy with { Approval = ApprovalRule.None }).Problem);
        }

        return application;
    }

    public async Task StartAsync()
    {
        _prepared = PreparedService.TryPrepare(Options, Clock, out var problem);
        Assert.True(_prepared is not null, problem);
        _app = ServiceHost.Build(_prepared, Clock);
        _map?.Invoke(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(TestContext.Current.CancellationToken);
            await _app.DisposeAsync();
            await _prepared!.DisposeAsync();
            SqliteConnection.ClearAllPools();
            _app = null;
        }
    }

    public HttpClient CreateHttpClient() =>
        ServiceConnection.Create(new(ServiceTransport.UnixSocket, Socket), "dashboard");

    /// <summary>Stops the Service and gives what its log calls an error; a refusal is none.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await StopAsync();
        return [.. ReadLog().Where(line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"@x\":", StringComparison.Ordinal))];
    }

    /// <summary>The lines of the operators' log; all of them once the Service is stopped.</summary>
    public IEnumerable<string> ReadLog() => Directory.EnumerateFiles(Path.Combine(Data, "logs")).SelectMany(File.ReadLines);

    /// <summary>Works on the audit's table directly, as somebody with the file would.</summary>
    public void ExecuteInAudit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={AuditFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Lets the audit look as if the process had died before a record: nothing after it was written or signed.</summary>
    public void ForgetAuditFrom(long sequence)
    {
        ExecuteInAudit(
            "DROP TRIGGER AuditRecordsAreNeverDeleted; DROP TRIGGER AuditCheckpointsAreNeverDeleted; "
            + $"DELETE FROM AuditRecords WHERE Sequence >= {sequence}; DELETE FROM AuditCheckpoints WHERE Size >= {sequence}");
        File.Delete(Path.Combine(Data, "audit-checkpoint.txt"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await StopAsync();
        _folder.Dispose();
    }
}

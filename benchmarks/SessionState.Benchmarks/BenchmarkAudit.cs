using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Verification;

namespace SessionState.Benchmarks;

/// <summary>An audit as the Service keeps it, in a temporary folder, with as many records as wanted.</summary>
internal sealed class BenchmarkAudit : IDisposable
{
    private const string Setting = "system.webServer/asp/session@allowSessionState";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("session-state-audit-benchmark-");
    private readonly AuditDatabase _database;
    private readonly AuditOrigin _origin = new("WEB01");
    private readonly AuditLog _log;
    private readonly AuditCheckpoints _checkpoints;
    private int _written;

    public BenchmarkAudit()
    {
        _database = new(File);
        _log = new(_database, [], _origin, TimeProvider.System, NullLogger<AuditLog>.Instance);
        _checkpoints = new(
            _database, _log, _origin, new(In("key.pem"), true, In("checkpoint.txt")), TimeProvider.System, NullLogger<AuditCheckpoints>.Instance);
        Verifier = new(_database, _checkpoints);
        Reader = new(_database, _log);
        Open();
    }

    public static IEnumerable<(string Name, AuditQuery Query)> Queries =>
    [
        ("nothing", new()),
        ("person", new() { Who = "person 7" }),
        ("ticket", new() { Ticket = "INC-4711" }),
        ("node", new() { Path = "Site 7/app 3" }),
        ("site", new() { Path = "Site 7" }),
        ("setting", new() { Setting = Setting }),
        ("action", new() { Action = ChangeAction.Clear }),
        ("outcome", new() { Outcome = AuditOutcome.Refused }),
        ("time", new() { From = DateTimeOffset.UnixEpoch.AddDays(20_000), To = DateTimeOffset.UnixEpoch.AddDays(20_001) }),
        ("text that is there", new() { Text = "INC-4711" }),
        ("text in every record", new() { Text = "not needed" }),
        ("text that is not there", new() { Text = "no such words" }),
        ("text of two characters", new() { Text = "zz" }),
        ("person and action and time", new() { Who = "person 7", Action = ChangeAction.Set, From = DateTimeOffset.UnixEpoch.AddDays(19_500) }),
        ("site and outcome", new() { Path = "Site 7", Outcome = AuditOutcome.Applied }),
        ("person and text", new() { Who = "person 7", Text = "not needed" }),
        ("everything at once", new()
        {
            Who = "person 7", Path = "Site 7", Setting = Setting, Action = ChangeAction.Set, Outcome = AuditOutcome.Applied,
            From = DateTimeOffset.UnixEpoch.AddDays(19_000), Text = "not needed",
        }),
        ("outcome and action that never meet", new() { Outcome = AuditOutcome.Refused, Action = ChangeAction.Clear }),
    ];

    public string File => In("audit.db");

    public AuditVerifier Verifier { get; }

    public AuditReader Reader { get; }

    public AuditRow Append() => _log.TryAppend(Create(_written++)) ?? throw new InvalidOperationException(_log.ReadOnlyReason);

    /// <summary>
    /// Adds records up to a number as if they had been appended: the same rows, chain, tree and people, but many in a transaction and with
    /// the indexes made afterwards. How long that takes is not measured.
    /// </summary>
    public void Fill(int records)
    {
        using var context = _database.CreateDbContext();
        using var connection = Connect("audit.db");
        new QuickFill(connection, [.. context.People]).Run(_log.Head!, records, (number, head) => Create(number) with
        {
            Origin = _origin.Name,
            Seq = head.Sequence + 1,
            Prev = head.Hash,
            Ts = DateTimeOffset.UnixEpoch.AddDays(19_000).AddMinutes(head.Sequence),
            Mono = head.Sequence * 60_000,
            Boot = "5b1f0e6e-3f5e-4e0c-9c1b-0e2f6a1d7c55",
            Clk = AuditClock.Ok,
        });
        Open();
        _checkpoints.Sign();
    }

    public SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={In(file)};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Verifier.Dispose();
        _checkpoints.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private void Open() => new AuditOpening(_database, _log, _origin).Run((context, head) =>
    {
        if (_checkpoints.Open(context, head) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        _log.Open(head, null);
    });

    // Every second record announces what the next one ends, as in a real log; every hundredth is a refusal.
    private static AuditRecord Create(int number) => new()
    {
        Type = number % 100 == 99 ? AuditType.Denied : number % 2 == 0 ? AuditType.Intent : AuditType.Outcome,
        Ref = number % 2 == 1 ? number : null,
        Actor = new("user", "local", $"p{number % 500}", $"Person {number % 500}"),
        Via = new(1000, 4711, "dashboard"),
        Do = new()
        {
            Action = number % 10 == 3 ? ChangeAction.Clear : ChangeAction.Set,
            Path = $"Site {number % 1_000}/app {number % 6}",
            Setting = Setting,
            Value = "false",
            Before = "true",
            After = "false",
        },
        Why = new($"Sessions are not needed there, says the owner of application {number % 6_000}.", $"INC-{number / 2}"),
        Res = new(number % 2 == 0 ? AuditResult.Pending : AuditResult.Applied, Summary: "Turn ASP sessions off", Effects: 1),
    };
}

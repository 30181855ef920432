using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Export;
using SessionState.Service.Audit.Verification;

namespace SessionState.Service.Tests.Audit;

/// <summary>A real audit database in a temporary folder.</summary>
internal sealed class AuditFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuditFixture()
    {
        Database = new(File);
        Origin = new("test-server");
        Log = new(Database, [LastChanges], Origin, Clock, NullLogger<AuditLog>.Instance);
        Reader = new(Database, Log);
        Keeping = new(_folder["audit-key.pem"], true, _folder["audit-checkpoint.txt"]);
        Checkpoints = new(Database, Log, Origin, Keeping, Clock, NullLogger<AuditCheckpoints>.Instance);
        Exporter = new(Database, Checkpoints);
        Verifier = new(Database, Checkpoints);
        Proofs = new(Reader, Checkpoints);
    }

    public AuditOrigin Origin { get; }

    public AuditKeeping Keeping { get; }

    public AuditCheckpoints Checkpoints { get; }

    public AuditExporter Exporter { get; }

    public AuditVerifier Verifier { get; }

    public AuditProofs Proofs { get; }

    public string File => _folder["audit.db"];

    public TestClock Clock { get; } = new();

    public LastChanges LastChanges { get; } = new();

    public AuditDatabase Database { get; }

    public AuditLog Log { get; }

    public AuditReader Reader { get; }

    public static AuditFixture Open()
    {
        var fixture = new AuditFixture();
        fixture.Database.Open();
        fixture.Log.Open(AuditHead.Empty, openIntent: null);
        return fixture;
    }

    /// <summary>An audit that is opened as at a Service's start, ready to be signed.</summary>
    public static AuditFixture OpenSigned()
    {
        var fixture = new AuditFixture();
        fixture.Reopen();
        return fixture;
    }

    /// <summary>Opens the database again as at a start, without the start's record.</summary>
    public void Reopen() => new AuditOpening(Database, Log, Origin).Run((context, head) =>
    {
        if (Checkpoints.Open(context, head) is { } problem)
        {
            Log.Close(problem);
        }
        else
        {
            Log.Open(head, null);
        }
    });

    public void Append(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.NotNull(Log.TryAppend(Record(ticket: $"T-{i}")));
        }
    }

    public async Task<byte[]> ExportAsync(AuditExportFormat format, AuditQuery? query = null)
    {
        using var output = new MemoryStream();
        await Exporter.WriteAsync(Exporter.Plan(format, query ?? new()).Demand(), output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public async Task<AuditVerification> VerifyAsync() => (await Verifier.VerifyAsync(TestContext.Current.CancellationToken)).Demand();

    public static AuditRecord Record(
        AuditType type = AuditType.Outcome,
        string who = "Ada",
        string? path = "Contoso/shop",
        Guid? op = null,
        long? reference = null,
        string code = AuditResult.Applied,
        string? detail = null,
        string? reason = "Because",
        string? ticket = "T-1",
        string setting = "system.webServer/asp/session@allowSessionState") => new()
        {
            Type = type,
            Op = op,
            Ref = reference,
            Actor = new("user", "local", who, who),
            Via = new(1000, 42, "dashboard"),
            Do = path is null ? null : new() { Action = ChangeAction.Set, Path = path, Setting = setting, Value = "false", Before = "true", After = "false" },
            Why = new(reason, ticket),
            Res = new(code, detail),
        };

    /// <summary>Does what no Service does: works on the table directly, as somebody with the file would.</summary>
    public void Tamper(string sql) => Execute(
        "DROP TRIGGER AuditRecordsAreNeverChanged; DROP TRIGGER AuditRecordsAreNeverDeleted; "
        + "DROP TRIGGER AuditCheckpointsAreNeverChanged; DROP TRIGGER AuditCheckpointsAreNeverDeleted; "
        + "DROP TRIGGER AuditTreeNodesAreNeverChanged; DROP TRIGGER AuditTreeNodesAreNeverDeleted; " + sql);

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Checkpoints.Dispose();
        Verifier.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

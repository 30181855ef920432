using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Tests.Audit;

/// <summary>A real audit database in a temporary folder.</summary>
internal sealed class AuditFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuditFixture()
    {
        Database = new(File);
        Log = new(Database, LastChanges, new("test-server"), Clock, NullLogger<AuditLog>.Instance);
        Reader = new(Database, Log);
    }

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
        "DROP TRIGGER AuditRecordsAreNeverChanged; DROP TRIGGER AuditRecordsAreNeverDeleted; " + sql);

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
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

using System.Diagnostics;
using Npgsql;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder and without a network: started when the first test asks for a database.
/// Where the machine has none those tests skip, or fail if REQUIRE_POSTGRESQL=1 says that there must be one.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private readonly Lock _gate = new();
    private DirectoryInfo? _folder;
    private int _databases;

    private static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) : null;

    private string Data => Path.Combine(_folder!.FullName, "data");

    /// <summary>The connection string of an empty database.</summary>
    public string NewDatabase()
    {
        lock (_gate)
        {
            Start();
            var name = $"accounts{++_databases}";
            using var connection = new NpgsqlConnection(Connection("postgres"));
            connection.Open();
            using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            create.ExecuteNonQuery();
            return Connection(name);
        }
    }

    /// <summary>Ends all connections to a database and lets nobody in, as when a server fails, or lets people in again.</summary>
    public void Allow(string database, bool connections)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        using var connection = new NpgsqlConnection(Connection("postgres"));
        connection.Open();
        using var allow = new NpgsqlCommand($"ALTER DATABASE {name} ALLOW_CONNECTIONS {connections}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", connection);
        allow.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Run("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
            _folder.Delete(recursive: true);
        }
    }

    private void Start()
    {
        if (Programs is null)
        {
            const string reason = "PostgreSQL not found in /usr/lib/postgresql: apt-get install postgresql.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("REQUIRE_POSTGRESQL") != "1", reason);
            Assert.Fail(reason);
        }

        if (_folder is not null)
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("pg-");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "nobody", _folder.FullName);
        }

        Run("initdb", "-D", Data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"),
            "-o", $"-c listen_addresses= -c unix_socket_directories={_folder.FullName} -c fsync=off -c max_connections=300");
    }

    private string Connection(string database) => $"Host={_folder!.FullName};Username=tests;Database={database};Maximum Pool Size=5;Timeout=5";

    // PostgreSQL does not run as root.
    private void Run(string program, params string[] arguments)
    {
        string[] command = program == "chown" ? [program, .. arguments] : [Path.Combine(Programs!, program), .. arguments];
        if (Environment.IsPrivilegedProcess && program != "chown")
        {
            command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. command];
        }

        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = _folder!.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;

        // The server keeps what it inherits, so the end of the output is not waited for.
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

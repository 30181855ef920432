using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Grants;

namespace SessionState.Service;

/// <summary>The settings of a Service, checked. <see cref="ServiceOptionsReader"/> reads them.</summary>
internal sealed record ServiceOptions
{
    public static readonly TimeSpan DefaultConfirmTime = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan DefaultStepUpTime = TimeSpan.FromMinutes(5);

    /// <summary>What the server is called on screens and in the audit.</summary>
    public required string ServerName { get; init; }

    /// <summary>The server's configuration, as this machine sees it.</summary>
    public required string ApplicationHostConfig { get; init; }

    public IReadOnlyList<PathMapping> PathMap { get; init; } = [];

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Our own files: audit, history of changed files, logs, demo.</summary>
    public required string DataDirectory { get; init; }

    public required ServiceAddress Address { get; init; }

    /// <summary>The users whose processes may connect, on Linux.</summary>
    public IReadOnlyList<uint> AllowedUids { get; init; } = [];

    /// <summary>The users whose processes may connect, on Windows, beside the Service's own.</summary>
    public IReadOnlyList<string> AllowedSids { get; init; } = [];

    /// <summary>The socket that systemd listens at for us; null: we make our own.</summary>
    public ulong? InheritedSocket { get; init; }

    /// <summary>Manage a server made up for trying out, laid out in the data folder.</summary>
    public bool Demo { get; init; }

    /// <summary>End when standard input ends, because the parent that holds its other end is gone.</summary>
    public bool ParentPipe { get; init; }

    /// <summary>The key that signs the audit, made and kept by an administrator or systemd; null for one in the data folder.</summary>
    public string? AuditKeyFile { get; init; }

    /// <summary>Who may do everything in a new installation; null for nobody but whoever runs the Service on this machine.</summary>
    public Subject? FirstAdministrator { get; init; }

    public string PolicyFile => Path.Combine(DataDirectory, "policy.json");

    /// <summary>How long a change of the whole server stands before somebody must confirm it; zero: nobody need.</summary>
    public TimeSpan ConfirmTime { get; init; } = DefaultConfirmTime;

    /// <summary>How old a sign-in may be for what takes a fresh one; zero: as old as it likes.</summary>
    public TimeSpan StepUpTime { get; init; } = DefaultStepUpTime;

    /// <summary>How many days audit records stay in the database before they are moved to an archive.</summary>
    public int AuditOnlineDays { get; init; } = AuditRetention.DefaultDays;

    /// <summary>Where the audit's archives go; null for a folder in the data folder.</summary>
    public string? AuditArchiveFolder { get; init; }

    /// <summary>The name of a key in Windows' key store that signs the audit; null for one in a file.</summary>
    public string? AuditKeyName { get; init; }

    public string AuditBallastFile => Path.Combine(DataDirectory, "audit-ballast");

    public string AuditFile => Path.Combine(DataDirectory, "audit.db");

    public string HistoryFolder => Path.Combine(DataDirectory, "history");

    public string LogFolder => Path.Combine(DataDirectory, "logs");

    public string DemoFolder => Path.Combine(DataDirectory, "demo");
}

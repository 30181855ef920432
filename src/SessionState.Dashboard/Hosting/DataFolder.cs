namespace SessionState.Dashboard.Hosting;

/// <summary>The folder the Dashboard writes to; one Dashboard uses it at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>The accounts' database, where no other is configured.</summary>
    public string Accounts => System.IO.Path.Combine(Path, "accounts.db");

    /// <summary>The child Service's own folder: the demo server's files and the audit.</summary>
    public string Service => System.IO.Path.Combine(Path, "service");

    /// <summary>Where the child Service's socket lies.</summary>
    public string Run => System.IO.Path.Combine(Path, "run");

    /// <summary>Exactly one of the two: the folder, or a sentence about why it cannot be used.</summary>
    public static (DataFolder? Folder, string? Problem) Open(string path)
    {
        try
        {
            CreatePrivate(path);
            var held = new FileStream(System.IO.Path.Combine(path, "dashboard.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var folder = new DataFolder(path, held);
            Array.ForEach([folder.Keys, folder.Logs, folder.Service, folder.Run], CreatePrivate);
            return (folder, null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, $"DataDirectory: the user {Environment.UserName} may not write to {path}. Allow it, or name another folder with --DataDirectory.");
        }
        catch (IOException error)
        {
            return (null, $"DataDirectory: {path} cannot be used ({error.Message.TrimEnd('.')}). If another Dashboard runs with this folder, stop it, or name another folder with --DataDirectory.");
        }
    }

    public void Dispose() => _lock.Dispose();

    // An existing folder keeps its mode: it is the operator's own choice.
    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

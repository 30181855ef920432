using SessionState.Faults.Hosting;

namespace SessionState.Faults.Running;

/// <summary>A folder for one sweep, with a server in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("session-state-faults-").FullName;

    public WorkFolder() => Server = new(_folder);

    public FaultServer Server { get; }

    public string Path => _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

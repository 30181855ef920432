using System.Text;
using SessionState.Files;

namespace SessionState.Service.Audit.Checkpoints;

/// <summary>
/// A copy of the newest checkpoint beside the database, so that a database replaced by an older copy of itself is noticed.
/// </summary>
internal sealed class LastCheckpointFile(string file)
{
    public string Path => file;

    /// <summary>The checkpoint; null where there is none yet.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Read() => File.Exists(file) ? File.ReadAllText(file) : null;

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string note)
    {
        if (DurableFile.Replace(file, Encoding.UTF8.GetBytes(note)) is { } reason)
        {
            throw new IOException($"{file}: {reason}");
        }
    }
}

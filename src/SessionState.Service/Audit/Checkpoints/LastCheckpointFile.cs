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
        var half = file + ".new";
        using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(note));
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: true);
    }
}

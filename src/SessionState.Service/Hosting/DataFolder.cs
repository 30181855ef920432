using System.Diagnostics;

namespace SessionState.Service.Hosting;

/// <summary>Our data folder, held by one Service at a time: two writers would break the audit's chain.</summary>
internal sealed class DataFolder : IDisposable
{
    // A predecessor that is just finishing a change gets this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Creates the folder, for this user only, and takes it. Null, with the reason, where that is not possible.</summary>
    public static DataFolder? TryTake(string folder, out string problem)
    {
        problem = "";
        try
        {
            PrivateFolder.Create(folder);
            return new(Take(Path.Combine(folder, "service.lock")));
        }
        catch (UnauthorizedAccessException)
        {
            problem = $"This user may not write to the data folder {folder}. Give it the right, or name another in Service:DataDirectory.";
        }
        catch (IOException error)
        {
            problem = $"The data folder {folder} cannot be used: {error.Message} "
                + "If another Service is running on it, stop that one, or name another folder in Service:DataDirectory.";
        }

        return null;
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Take(string file)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && waited.Elapsed < Patience)
            {
                // Still held.
            }
        }
    }
}

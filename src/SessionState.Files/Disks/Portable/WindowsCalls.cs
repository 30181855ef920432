using Microsoft.Win32.SafeHandles;

namespace SessionState.Files.Disks.Portable;

/// <summary>
/// The calls of Windows that writing safely needs; each gives 0 or an error number. Thin, so that a test can stand in for Windows and fail as
/// it does.
/// </summary>
internal abstract class WindowsCalls
{
    /// <summary>
    /// Puts <paramref name="replacement"/> in the place of <paramref name="replaced"/>, whose old content goes to
    /// <paramref name="backup"/>. Without a backup name a failure half-way could lose the file, so there always is one.
    /// </summary>
    public abstract int Replace(string replaced, string replacement, string backup);

    /// <summary>Renames within a folder and waits for the disk.</summary>
    public abstract int Move(string from, string to, bool overwrite);

    /// <summary>Removes a file.</summary>
    public abstract int Delete(string path);

    /// <summary>Waits until a file's bytes are on the disk.</summary>
    public abstract int Flush(SafeFileHandle handle);
}

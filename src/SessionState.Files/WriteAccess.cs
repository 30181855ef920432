using SessionState.Files.Disks.Linux;

namespace SessionState.Files;

/// <summary>Whether this process could replace a file, asked without writing anything: a file made for trying would restart applications.</summary>
public static class WriteAccess
{
    /// <summary>Whether the question can be answered for a folder on this system. Elsewhere the first change tells.</summary>
    public static bool KnowsFolders => OperatingSystem.IsLinux();

    /// <summary>Why files of a folder could not be made and replaced.</summary>
    /// <returns>Null where they could, or where this system cannot tell.</returns>
    public static string? WhyNotFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return !OperatingSystem.IsLinux() || LibC.Access(LibC.CurrentDirectory, folder, LibC.MayWrite | LibC.MayEnter, LibC.AsEffectiveUser) == 0
            ? null
            : Errors.Last switch
            {
                Errors.ReadOnly => "It is on a file system that is mounted read-only.",
                Errors.NoEntry or Errors.NotFolder => "There is no such folder.",
                _ => "The folder's rights do not allow it.",
            };
    }

    /// <summary>Why an existing file could not be opened for writing.</summary>
    /// <returns>Null where it could; nothing is written.</returns>
    public static string? WhyNotFile(string file)
    {
        try
        {
            using var _ = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}

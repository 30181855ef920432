namespace SessionState.Service.Hosting;

/// <summary>Folders that only their owner may enter.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder where it is missing; one that exists keeps the rights an administrator gave it.</summary>
    public static void Create(string folder, UnixFileMode others = UnixFileMode.None)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | others);
        }
    }
}

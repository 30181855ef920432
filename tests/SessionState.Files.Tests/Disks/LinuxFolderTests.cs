using SessionState.Files.Disks;
using SessionState.Files.Disks.Linux;

namespace SessionState.Files.Tests.Disks;

/// <summary>The contract on Linux.</summary>
public sealed class LinuxFolderTests : FolderContract
{
    private protected override Disk CreateDisk()
    {
        Posix.SkipUnlessLinux();
        return new LinuxDisk();
    }
}

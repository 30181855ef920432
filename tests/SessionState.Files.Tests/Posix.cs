using System.Runtime.InteropServices;

namespace SessionState.Files.Tests;

/// <summary>What tests need of the C library to make files that .NET cannot make.</summary>
internal static partial class Posix
{
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int HardLink(string from, string to);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    public static void SkipUnlessLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "These files exist only on Linux.");

    public static void SkipUnlessRoot()
    {
        SkipUnlessLinux();
        Assert.SkipUnless(EffectiveUser() == 0, "Only root can give files away.");
    }
}

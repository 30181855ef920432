using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SessionState.Files.Tests;

/// <summary>What tests need of the C library to make files that .NET cannot make.</summary>
internal static partial class Posix
{
    private const int CurrentDirectory = -100;
    private const uint ExchangeFlag = 2;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int HardLink(string from, string to);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "mknod", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeNode(string path, uint mode, nint device);

    /// <param name="path">The bytes of the path, which need not be characters, with a NUL at the end.</param>
    [LibraryImport("libc", EntryPoint = "mkdir")]
    public static partial int MakeFolder(byte[] path, uint mode);

    [LibraryImport("libc", EntryPoint = "rmdir")]
    public static partial int RemoveFolder(byte[] path);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "setxattr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetAttribute(string path, string name, string value, nint size, int flags);

    /// <summary>Lets two names change places in one step.</summary>
    public static int Exchange(string one, string other) => RenameAt2(CurrentDirectory, one, CurrentDirectory, other, ExchangeFlag);

    /// <summary>Owner, group, mode and attributes, as the system's own tools tell.</summary>
    public static string Describe(string path) =>
        Run("stat", "-c", "%u:%g %a", path) + Attribute(path, "user.note");

    /// <summary>The nine bits of who may do what; 0 on Windows.</summary>
    public static int Mode(string path) => OperatingSystem.IsWindows() ? 0 : (int)File.GetUnixFileMode(path);

    public static void SetMode(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)mode);
        }
    }

    public static void SkipUnlessLinux() => Assert.SkipUnless(OperatingSystem.IsLinux(), "These files exist only on Linux.");

    public static void SkipUnlessRoot()
    {
        SkipUnlessLinux();
        Assert.SkipUnless(EffectiveUser() == 0, "Only root can give files away.");
    }

    private static string Attribute(string path, string name)
    {
        var value = new byte[64];
        var length = GetAttribute(path, name, value, value.Length);
        return length < 0 ? "none" : System.Text.Encoding.UTF8.GetString(value, 0, (int)length);
    }

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetAttribute(string path, string name, [Out] byte[] value, nint size);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oneFolder, string one, int otherFolder, string other, uint flags);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

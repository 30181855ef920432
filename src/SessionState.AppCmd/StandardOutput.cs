using Microsoft.Win32.SafeHandles;

namespace SessionState.AppCmd;

/// <summary>Opens standard output so that a reader who goes away is noticed.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    public static Stream Open() => IsPipe()
        ? new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0)
        : Console.OpenStandardOutput();

    // On Linux the console's stream swallows the error of a pipe without a reader, and the rest would be worked out for nobody. Files keep
    // the console's stream, which moves the position that other programs writing to the same file share.
    private static bool IsPipe() =>
        OperatingSystem.IsLinux()
        && new FileInfo($"/proc/self/fd/{Descriptor}").LinkTarget is { } target
        && (target.StartsWith("pipe:", StringComparison.Ordinal) || target.StartsWith("socket:", StringComparison.Ordinal));
}

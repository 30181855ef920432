using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Files.Paths;

/// <summary>Says why a virtual directory's physical path is not opened, and what would help.</summary>
internal static class PathProblems
{
    /// <summary>A path that is refused by its letters alone.</summary>
    public static Diagnostic Refused(VirtualDirectory directory, PhysicalPathKind kind, string file)
    {
        var (what, remedy) = kind switch
        {
            PhysicalPathKind.Network => (
                "is on another computer; it is not opened, because that would send this service's credentials there",
                @"If the share is mounted here, give a path map such as \\server\share=/mnt/share."),
            PhysicalPathKind.Device => ("names a device, not a folder", "Write the folder's plain path, such as C:\\inetpub\\wwwroot."),
            PhysicalPathKind.AlternateStream => ("names a stream inside a file, not a folder", "Remove the part from the second colon on."),
            PhysicalPathKind.DriveRelative => (
                "depends on the current drive or folder of whoever reads it",
                "Write the whole path with drive and backslash, such as C:\\site."),
            PhysicalPathKind.ShortName => (
                "uses a short (8.3) name, which may stand for different folders", "Write the folder's long name."),
            PhysicalPathKind.UnknownVariable => (
                "contains a variable that is not known", "Give the variable's value in the settings, or write the path without it."),
            PhysicalPathKind.Invalid => ("contains characters that no path can have", "Correct the path."),
            _ => ("is not a whole path", "Write the whole path with drive, such as C:\\inetpub\\wwwroot."),
        };
        return Diagnostic.Error(
            FileDiagnosticCodes.UnsafePath,
            $"The physical path \"{directory.PhysicalPath}\" {what}, so the web.config files there are unknown.",
            file,
            directory.Line,
            remedy);
    }

    /// <summary>A good path of another machine.</summary>
    public static Diagnostic Unmapped(VirtualDirectory directory, string file) => Diagnostic.Warning(
        FileDiagnosticCodes.Unmapped,
        $"The folder \"{directory.PhysicalPath}\" is not available on this machine, so web.config files there are not taken into account.",
        file,
        directory.Line,
        $"Give a path map that says where the folder is here, such as {PhysicalPath.Parse(directory.ExpandedPath)}=/path/here.");
}

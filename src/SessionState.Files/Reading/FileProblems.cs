using SessionState.Engine.Text;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>Says in plain words why a file or folder was not read, and what would help.</summary>
internal static class FileProblems
{
    public static Diagnostic Describe(string path, DiskProblem problem, string? detail)
    {
        var (code, message, remedy) = problem switch
        {
            DiskProblem.Missing => (FileDiagnosticCodes.Missing, $"The file {path} does not exist.", (string?)null),
            DiskProblem.Denied => (
                DiagnosticCodes.Unreadable,
                $"The user {Disk.UserName} may not read {path}.",
                $"Give {Disk.UserName} the right to read the file and to enter the folders above it."),
            DiskProblem.Link => (
                FileDiagnosticCodes.Link,
                $"{path} is a link. Links are not followed, because they could lead to any file of this machine.",
                "Put the file itself there."),
            DiskProblem.HardLink => (
                FileDiagnosticCodes.Link,
                $"The file {path} has a second name elsewhere (a hard link), so it is not clear whose file it is.",
                "Replace it by a copy of itself."),
            DiskProblem.WrongKind => (
                FileDiagnosticCodes.Link,
                $"{path} is no regular file but a folder, device, pipe or socket.",
                "Put a file there or remove it."),
            DiskProblem.TooLarge => (
                DiagnosticCodes.TooLarge,
                $"The file {path} is too large. IIS reads a web.config of up to 250 KB; applicationHost.config is read here up to 64 MB.",
                "Make the file smaller."),
            DiskProblem.Changing => (
                DiagnosticCodes.Unreadable, $"The file {path} was being written while it was read.", "It is read again on the next look."),
            _ => (DiagnosticCodes.Unreadable, $"The file {path} could not be read: {detail}.", "Check the disk."),
        };
        return Diagnostic.Error(code, message, path, null, remedy);
    }

    /// <summary>A folder whose web.config is therefore unknown.</summary>
    public static Diagnostic DescribeFolder(string path, DiskProblem problem)
    {
        var (code, message, remedy) = problem switch
        {
            DiskProblem.Missing => (
                FileDiagnosticCodes.Missing,
                $"The folder {path} does not exist, so IIS cannot read a configuration file there.",
                "Create the folder, or correct the physical path."),
            DiskProblem.Denied => (
                DiagnosticCodes.Unreadable,
                $"The user {Disk.UserName} may not read the folder {path}, so it is unknown whether there is a web.config.",
                $"Give {Disk.UserName} the right to list the folder and to read its web.config."),
            DiskProblem.Link or DiskProblem.WrongKind => (
                FileDiagnosticCodes.Link,
                $"{path} is no folder, or is reached through a link that somebody else than an administrator made. "
                + "Such links are not followed.",
                "Put the folder itself there, or let an administrator make the link."),
            _ => (DiagnosticCodes.Unreadable, $"The folder {path} could not be read.", "Check the disk."),
        };
        return Diagnostic.Error(code, message, Path.Join(path, FoundFile.WebConfigName), null, remedy);
    }

    /// <summary>Without this file there is no server to show.</summary>
    public static Diagnostic DescribeHost(string path, DiskProblem problem) => problem is DiskProblem.Missing
        ? Diagnostic.Error(
            FileDiagnosticCodes.Missing,
            $"There is no applicationHost.config at {path}.",
            path,
            null,
            @"Give the path of the server's applicationHost.config. IIS keeps it in C:\Windows\System32\inetsrv\config.")
        : Describe(path, problem, null);

    /// <summary>Without this folder nothing may be changed.</summary>
    public static Diagnostic DescribeHistory(string folder, string detail) => Diagnostic.Error(
        DiagnosticCodes.Unreadable,
        $"The user {Disk.UserName} cannot use the history folder {folder}: {detail}",
        folder,
        null,
        $"Create the folder and let {Disk.UserName}, and nobody else, read and write there; or name another one in the settings.");

    public static Diagnostic TooManyFolders(string path, int limit) => Diagnostic.Warning(
        FileDiagnosticCodes.FolderLimit,
        $"The folder {path} holds more than {limit} folders or very deep ones; web.config files in the rest are not taken into account.",
        path,
        null,
        "Move content that IIS does not serve out of the folder, or raise the limit in the settings.");

    public static Diagnostic Ambiguous(string path) => Diagnostic.Error(
        FileDiagnosticCodes.Ambiguous,
        $"The folder {path} holds web.config twice, in different letter case. On Windows there could be only one.",
        Path.Join(path, FoundFile.WebConfigName),
        null,
        "Remove one of them.");
}

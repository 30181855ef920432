using SessionState.Engine.Pages;
using SessionState.Files.Disks;

namespace SessionState.Files.Pages;

/// <summary>Says why a page was not read.</summary>
internal static class PageProblems
{
    public static string OfFile(DiskProblem problem) => problem switch
    {
        DiskProblem.Missing => "It was removed meanwhile.",
        DiskProblem.Denied => $"The user {Disk.UserName} may not read it.",
        DiskProblem.Link or DiskProblem.WrongKind => "It is a link or no regular file, and such are not followed.",
        DiskProblem.HardLink => "It has a second name elsewhere (a hard link), so it is not clear whose file it is.",
        DiskProblem.TooLarge => $"It is larger than {PageReader.MaximumBytes / 1024} KB.",
        DiskProblem.Changing => "It was being written while it was read.",
        _ => "It could not be read.",
    };

    public static string OfFolder(DiskProblem problem) => problem switch
    {
        DiskProblem.Missing => "The folder was removed meanwhile.",
        DiskProblem.Denied => $"The user {Disk.UserName} may not list the folder.",
        DiskProblem.Link or DiskProblem.WrongKind => "The folder is reached through a link, which is not followed.",
        _ => "The folder could not be read.",
    };
}

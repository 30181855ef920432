using SessionState.Contracts;
using SessionState.Files;

namespace SessionState.Service.Health;

/// <summary>The checks, each a question about what the Service needs.</summary>
internal static class HealthChecks
{
    private const int MaxPlaces = 5;
    private const long LittleSpace = 200L * 1024 * 1024;
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(2);

    public static ServiceCheck Reading(IReadOnlyList<string> unread, int files) => unread.Count == 0
        ? new("Read the configuration", CheckState.Good, $"All {files:N0} files could be read.", [], null)
        : new(
            "Read the configuration", CheckState.Bad, $"{unread.Count:N0} of {files:N0} files could not be read; what they say is not known.", First(unread),
            $"Give {Environment.UserName} the right to read them, or look at the problems below.");

    /// <param name="file">applicationHost.config.</param>
    /// <param name="whyNot">What stands in the way; null for nothing.</param>
    public static ServiceCheck Host(string file, string? whyNot) => whyNot is null
        ? new(
            "Write applicationHost.config", CheckState.Good, WriteAccess.KnowsFolders
                ? "It can be replaced in one step." : "It can be written. Whether its folder takes new files, this system tells at the first change.", [file], null)
        : new("Write applicationHost.config", CheckState.Bad, $"It cannot be replaced, so locked sections cannot be changed. {whyNot}", [file], Grant(Path.GetDirectoryName(file)!));

    /// <param name="folders">Those with a web.config that could not be replaced.</param>
    /// <param name="all">How many folders have one.</param>
    public static ServiceCheck WebConfigs(IReadOnlyList<string> folders, int all) => folders.Count == 0
        ? new("Write web.config files", CheckState.Good, all == 0 ? "There is none yet." : $"Those of all {all:N0} folders can be replaced.", [], null)
        : new(
            "Write web.config files", CheckState.Warning,
            $"In {folders.Count:N0} of {all:N0} folders they cannot. ASP.NET's settings and unlocked sections cannot be changed there; everything in applicationHost.config can.",
            First(folders), Grant(folders[0]));

    public static ServiceCheck Own(string folder, string? whyNot, long free) => (whyNot, free) switch
    {
        ({ } why, _) => new("Keep copies and the audit", CheckState.Bad, $"The data folder cannot be written. {why}", [folder], Grant(folder)),
        (null, < LittleSpace) => new(
            "Keep copies and the audit", CheckState.Warning, $"Only {free / 1024 / 1024:N0} MB are free where the data folder is.", [folder],
            "Make room. Without it nothing can be recorded, and then nothing is changed."),
        _ => new("Keep copies and the audit", CheckState.Good, $"The data folder can be written, with {free / 1024 / 1024:N0} MB free.", [folder], null),
    };

    public static ServiceCheck Recording(string? readOnlyReason) => readOnlyReason is null
        ? new("Record changes", CheckState.Good, "The audit can be written, so changes are possible.", [], null)
        : new("Record changes", CheckState.Bad, $"Nothing can be changed. {readOnlyReason}", [], "Changes are possible again as soon as the audit can be written; no restart is needed.");

    public static ServiceCheck Watching(TimeSpan sinceLook) => sinceLook < LongAgo
        ? new("Notice changes by others", CheckState.Good, "All files are looked at again and again.", [], null)
        : new(
            "Notice changes by others", CheckState.Bad, $"Nothing was looked at for {(int)sinceLook.TotalMinutes:N0} minutes, so what is shown may be old.", [],
            "Restart the service, and keep its log: this should not happen.");

    private static string Grant(string folder) => OperatingSystem.IsWindows()
        ? $"As an administrator: icacls \"{folder}\" /grant \"{Environment.UserDomainName}\\{Environment.UserName}:(OI)(CI)M\""
        : $"As root, for a folder of this machine: setfacl -m u:{Environment.UserName}:rwx \"{folder}\". Under systemd, also name it in ReadWritePaths=.";

    private static IReadOnlyList<string> First(IReadOnlyList<string> places) => [.. places.Take(MaxPlaces)];
}

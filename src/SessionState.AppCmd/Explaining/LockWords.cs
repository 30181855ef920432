using SessionState.Contracts;

namespace SessionState.AppCmd.Explaining;

/// <summary>What locks a section, in words.</summary>
internal static class LockWords
{
    /// <summary>"applicationHost.config line 12: reason"; null where nothing locks.</summary>
    public static string? LockedBy(LockInfo info) => !info.Locked ? null : (info.File, info.Line, info.Reason) switch
    {
        (null, _, var reason) => reason ?? "locked at a level above",
        (var file, null, var reason) => Join(file, reason),
        (var file, { } line, var reason) => Join($"{file} line {line}", reason),
    };

    private static string Join(string place, string? reason) => reason is null ? place : $"{place}: {reason}";
}

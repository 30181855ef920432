using SessionState.Contracts;

namespace SessionState.AppCmd.Explaining;

/// <summary>What locks a section, in words.</summary>
internal static class LockWords
{
    /// <summary>The sentence that says what locks, with its file and line; null where nothing does.</summary>
    public static string? LockedBy(LockInfo info) => info switch
    {
        { Locked: false } => null,
        { Reason: { } reason } => reason,
        { File: { } file, Line: { } line } => $"{file} line {line}",
        _ => info.File ?? "A level above locks the section.",
    };
}

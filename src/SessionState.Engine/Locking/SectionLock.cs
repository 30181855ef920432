namespace SessionState.Engine.Locking;

/// <summary>Whether a node's own web.config may contain a section.</summary>
/// <param name="IsLocked">True when it may not.</param>
/// <param name="Reason">One sentence: what locks it; null where it is open.</param>
/// <param name="File">The file that locks it; null where open.</param>
/// <param name="Line">The line of the registration or location tag that locks it; null where open or unknown.</param>
public sealed record SectionLock(bool IsLocked, string? Reason, string? File, int? Line)
{
    /// <summary>Nothing locks the section.</summary>
    public static SectionLock Open { get; } = new(false, null, null, null);
}

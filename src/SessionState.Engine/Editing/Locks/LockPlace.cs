namespace SessionState.Engine.Editing.Locks;

/// <summary>The location tag that a lock belongs to.</summary>
/// <param name="LocationPath">Its path, relative to the file's level; null for that level itself.</param>
/// <param name="WrittenPath">How a new tag spells it: for its own level applicationHost.config has "" and a web.config ".".</param>
internal readonly record struct LockPlace(string? LocationPath, string WrittenPath)
{
    /// <summary>The place in a file for a node.</summary>
    /// <param name="locationPath">The relative path; null for the file's own level.</param>
    /// <param name="isServer">Whether the file is applicationHost.config.</param>
    public static LockPlace Of(string? locationPath, bool isServer) => new(locationPath, locationPath ?? (isServer ? "" : "."));
}

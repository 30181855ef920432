namespace SessionState.Engine.Locking;

/// <summary>
/// The locks that an element carries for lower files: lockAttributes, lockAllAttributesExcept, lockElements, lockAllElementsExcept and
/// lockItem (Microsoft, "How to Use Locking in IIS Configuration").
/// </summary>
internal sealed class GranularLocks
{
    /// <summary>Attributes that may not be set below; "*" is all of them.</summary>
    internal string[] Attributes { get; set; } = [];

    /// <summary>Attributes that stay open while all others are locked; null where nothing is said.</summary>
    internal string[]? AttributesExcept { get; set; }

    /// <summary>Child elements that may not appear below; "*" is all of them.</summary>
    internal string[] Elements { get; set; } = [];

    /// <summary>Child elements that stay open while all others are locked; null where nothing is said.</summary>
    internal string[]? ElementsExcept { get; set; }

    /// <summary>True where the element may not be changed below at all.</summary>
    internal bool Item { get; set; }

    internal bool LocksAttribute(string name) => Locks(Attributes, AttributesExcept, name);

    internal bool LocksElement(string name) => Locks(Elements, ElementsExcept, name);

    private static bool Locks(string[] locked, string[]? except, string name) =>
        locked.Contains("*") || locked.Contains(name) || (except is not null && !except.Contains(name));
}

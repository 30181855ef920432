namespace SessionState.Engine.Locking;

/// <summary>The attribute by which an element locks parts of itself for lower files (Microsoft, "How to Use Locking in IIS Configuration").</summary>
public enum GranularLockKind
{
    /// <summary><c>lockAttributes</c>: these attributes may not be set below.</summary>
    Attributes,

    /// <summary><c>lockAllAttributesExcept</c>: only these attributes may be set below.</summary>
    AllAttributesExcept,

    /// <summary><c>lockElements</c>: these child elements may not appear below.</summary>
    Elements,

    /// <summary><c>lockAllElementsExcept</c>: only these child elements may appear below.</summary>
    AllElementsExcept,

    /// <summary><c>lockItem</c>: the element may not be changed below at all.</summary>
    Item,
}

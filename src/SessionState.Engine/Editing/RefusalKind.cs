namespace SessionState.Engine.Editing;

/// <summary>Why an edit is refused.</summary>
public enum RefusalKind
{
    /// <summary>The path names no node.</summary>
    UnknownNode,

    /// <summary>The setting is not in the table.</summary>
    UnknownSetting,

    /// <summary>The value is not of the setting's type or outside its range.</summary>
    Invalid,

    /// <summary>A lock above forbids it.</summary>
    Locked,

    /// <summary>A file involved is malformed or could not be read.</summary>
    Unreadable,

    /// <summary>The setting cannot be written at that place.</summary>
    NotHere,

    /// <summary>
    /// The web.config would be larger than IIS reads: 250 KB ("MaxWebConfigFileSizeInKB" in Microsoft's IIS registry reference).
    /// </summary>
    TooLarge,
}

namespace SessionState.Files.Committing.Journals;

/// <summary>Which way a recovery goes.</summary>
internal enum JournalDirection
{
    /// <summary>Everything is prepared: every file becomes the new one.</summary>
    Forward,

    /// <summary>The commit failed and is being taken back: every file becomes the old one.</summary>
    Back,

    /// <summary>A file was neither: a person decides, and nothing is written until then.</summary>
    Stopped,
}

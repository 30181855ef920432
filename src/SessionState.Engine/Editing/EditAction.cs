namespace SessionState.Engine.Editing;

/// <summary>What to do with a setting at a path.</summary>
public enum EditAction
{
    /// <summary>Write the value explicitly, even where it equals the inherited one.</summary>
    Set,

    /// <summary>Remove the explicit value, so that the node inherits.</summary>
    Clear,
}

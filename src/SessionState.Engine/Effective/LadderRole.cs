namespace SessionState.Engine.Effective;

/// <summary>What became of a level's value.</summary>
public enum LadderRole
{
    /// <summary>The level says nothing.</summary>
    Silent,

    /// <summary>A stronger level says something else, or the same again.</summary>
    Shadowed,

    /// <summary>It does not count; the note says why.</summary>
    Ignored,

    /// <summary>It breaks a rule, and so breaks the node; the note says which.</summary>
    Violation,

    /// <summary>This is the effective value.</summary>
    Winner,
}

namespace SessionState.Engine.Scripting;

/// <summary>What one step of a script does.</summary>
public enum ScriptVerb
{
    /// <summary>Writes a value.</summary>
    Set,

    /// <summary>Takes a value out, so that the node inherits.</summary>
    Clear,

    /// <summary>Lets lower files hold the section (overrideMode Allow).</summary>
    Unlock,

    /// <summary>Forbids lower files the section (overrideMode Deny).</summary>
    Lock,

    /// <summary>Takes the word about lower files back (overrideMode Inherit).</summary>
    InheritLock,

    /// <summary>Takes out of a web.config what a lock forbids.</summary>
    Repair,
}

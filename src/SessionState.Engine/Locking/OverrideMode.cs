namespace SessionState.Engine.Locking;

/// <summary>What a registration or a location tag says about lower files setting a section ("overrideMode" in IIS configuration).</summary>
public enum OverrideMode
{
    /// <summary>As the level above says.</summary>
    Inherit,

    /// <summary>Lower files may set the section.</summary>
    Allow,

    /// <summary>Lower files may not contain the section.</summary>
    Deny,
}

namespace SessionState.Engine.Features;

/// <summary>Whether what a setting needs is there.</summary>
public enum RequirementState
{
    /// <summary>It is there.</summary>
    Met,

    /// <summary>The files say that it is not there.</summary>
    Missing,

    /// <summary>These files do not tell.</summary>
    Unknown,

    /// <summary>Nothing here needs it, so that the settings it is for have no effect here.</summary>
    NotUsed,
}

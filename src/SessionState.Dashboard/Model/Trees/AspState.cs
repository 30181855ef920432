namespace SessionState.Dashboard.Model.Trees;

/// <summary>What a person sees as the state of ASP sessions at a node.</summary>
public enum AspState
{
    On,
    Off,

    /// <summary>The configuration is in error there, so IIS answers 500.19 instead of running the application.</summary>
    Error,
}

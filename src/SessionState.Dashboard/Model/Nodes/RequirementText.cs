using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Nodes;

/// <summary>Requirements in words.</summary>
public static class RequirementText
{
    public static string Word(RequirementState state) => state switch
    {
        RequirementState.Met => "Yes",
        RequirementState.Missing => "No",
        RequirementState.NotUsed => "Not used here",
        _ => "Not known",
    };

    /// <summary>Name of the icon in icons.svg.</summary>
    public static string Icon(RequirementState state) => state switch
    {
        RequirementState.Met => "check",
        RequirementState.Missing => "alert",
        RequirementState.NotUsed => "dash",
        _ => "info",
    };

    /// <summary>All of them in one short line.</summary>
    public static string Summary(IReadOnlyList<RequirementInfo> requirements)
    {
        var missing = requirements.Count(one => one.State == RequirementState.Missing);
        return missing switch
        {
            0 when requirements.All(one => one.State != RequirementState.Unknown) => "all is there",
            0 => "nothing is missing as far as is known",
            1 => "one thing is missing",
            _ => $"{missing} things are missing",
        };
    }
}

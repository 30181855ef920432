using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Servers;

/// <summary>Checks in words.</summary>
public static class HealthText
{
    public static string Word(CheckState state) => state switch
    {
        CheckState.Good => "Good",
        CheckState.Warning => "In part",
        CheckState.Bad => "No",
        _ => "Not known",
    };

    /// <summary>Name of the icon in icons.svg.</summary>
    public static string Icon(CheckState state) => state switch
    {
        CheckState.Good => "check",
        CheckState.Unknown => "info",
        _ => "alert",
    };

    /// <summary>All checks in one line.</summary>
    public static string Summary(IReadOnlyList<ServiceCheck> checks) => checks.Count(check => check.State is CheckState.Bad or CheckState.Warning) switch
    {
        0 => "All is as it should be.",
        1 => "One thing needs attention.",
        var count => $"{count} things need attention.",
    };
}

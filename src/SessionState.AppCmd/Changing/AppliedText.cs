using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>What IIS's tool says once a change is made.</summary>
internal static class AppliedText
{
    /// <summary>As for set and clear: the section, the node and the file.</summary>
    public static Func<ChangeTarget, string> Of(string section) => change =>
        $"Applied configuration changes to section \"{section}\" for \"{ConfigurationPaths.Full(change.Path)}\" "
        + $"at configuration commit path \"{change.CommitPath}\"{NewLines.Recorded}";
}

using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Changing;

/// <summary>
/// What <c>/commit:</c> means for a node, as a full configuration path. The Service decides whether it can be written there.
/// </summary>
internal static class CommitPaths
{
    /// <param name="commit">As typed; null for the default, which is the node itself.</param>
    /// <param name="path">The node.</param>
    /// <param name="application">The node's application; null for the server.</param>
    public static Outcome<string> Resolve(string? commit, string path, string? application) => commit?.ToUpperInvariant() switch
    {
        null or "URL" => ConfigurationPaths.Full(path),
        "APPHOST" => ConfigurationPaths.ApplicationHost,
        "WEBROOT" => ConfigurationPaths.RootWeb,
        "MACHINE" => ConfigurationPaths.Machine,
        "SITE" => ConfigurationPaths.Full(path.Split('/')[0]),
        "APP" => ConfigurationPaths.Full(application ?? ""),
        "PARENT" => ConfigurationPaths.Full(path[..Math.Max(0, path.LastIndexOf('/'))]),
        "" => Answers.Error(ExitCode.Usage, "/commit: needs a value, for example /commit:apphost."),
        _ => ConfigurationPaths.Short(commit) is { } explicitPath
            ? ConfigurationPaths.Full(explicitPath)
            : commit.Trim('/').ToUpperInvariant(),
    };
}

using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>Which values of a section stand in the place that a command writes.</summary>
internal static class StandingValues
{
    private const string Nothing = "The files already say so: nothing was written.";

    /// <summary>Those to take out; what cannot be taken out, or that there is nothing, ends the command.</summary>
    /// <param name="items">What could be taken out.</param>
    /// <param name="section">Full name of the section.</param>
    /// <param name="node">The node.</param>
    /// <param name="commitPath">The file.</param>
    public static Outcome<List<WantedItem>> Narrow(IReadOnlyList<WantedItem> items, string section, NodeDetails node, string? commitPath)
    {
        if (node.Others.FirstOrDefault(other => other.Attribute.StartsWith(section, StringComparison.Ordinal) && Stands(other.Origin, node, section, commitPath)) is { } beside)
        {
            return AlsoHolds(section, beside.Attribute);
        }

        var standing = node.Settings.Where(setting => setting.Section == section && Stands(setting, node, commitPath)).ToList();
        if (standing.FirstOrDefault(setting => !setting.Editable) is { } kept)
        {
            return AlsoHolds(section, kept.Setting);
        }

        var wanted = items.Where(item => standing.Exists(setting => setting.Setting.Equals(item.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        return wanted.Count > 0 ? wanted
            : node.Settings.FirstOrDefault(setting => setting.Section == section) is { } any && Place(any, commitPath) is null ? items.Take(1).ToList()
            : new Answer(ExitCode.Success, AppliedText.Of(section)(new(node.Path, section, ChangeAction.Clear, null, commitPath)), Nothing);
    }

    private static Answer AlsoHolds(string section, string name) => Answers.Error(
        ExitCode.NotSupported,
        $"The section \"{section}\" also holds \"{name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..]}\" there, which is not changed here.",
        "Name what to take out, as in /session.allowSessionState, or edit the file.");

    private static bool Stands(OriginInfo? origin, NodeDetails node, string section, string? commitPath) =>
        origin is not null
        && node.Settings.FirstOrDefault(setting => setting.Section == section) is { } any
        && Place(any, commitPath) is { } place
        && origin.File == place.File
        && origin.ConfigurationPath.Equals(node.Path, StringComparison.OrdinalIgnoreCase)
        && OwnLevel(origin.LocationPath).Equals(OwnLevel(place.LocationPath), StringComparison.OrdinalIgnoreCase);

    private static bool Stands(SettingValue setting, NodeDetails node, string? commitPath) =>
        Place(setting, commitPath) is { } place && setting.Ladder.Any(step => step.Raw is not null
            && step.File == place.File
            && (step.ConfigurationPath ?? "").Equals(node.Path, StringComparison.OrdinalIgnoreCase)
            && OwnLevel(step.LocationPath).Equals(OwnLevel(place.LocationPath), StringComparison.OrdinalIgnoreCase));

    private static CommitPathInfo? Place(SettingValue setting, string? commitPath) => setting.CommitPaths.FirstOrDefault(path =>
        path.CommitPath.TrimEnd('/').Equals(commitPath?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private static string OwnLevel(string? locationPath) => locationPath is null or "." ? "" : locationPath;
}

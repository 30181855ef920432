using SessionState.AppCmd.Output;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Sections;

/// <summary>The sections this tool knows, by full name or by its last part.</summary>
internal static class SectionNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. Engine.Schema.Settings.All.Select(setting => setting.Section).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The settings of a section; all settings where no section is named.</summary>
    public static Outcome<IReadOnlyList<Setting>> Settings(string? section)
    {
        if (section is null)
        {
            return Engine.Schema.Settings.All;
        }

        return Find(section) is { } name
            ? Engine.Schema.Settings.All.Where(setting => setting.Section == name).ToList()
            : Unknown(section);
    }

    /// <summary>All that is known of a section, in the order of its schema; of all sections where none is named.</summary>
    public static Outcome<IReadOnlyList<Setting>> Whole(string? section) => Settings(section).Succeeded(out var settings, out var answer)
        ? settings.Select(setting => setting.Section).Distinct()
            .SelectMany(name => Engine.Schema.Settings.Known.Where(setting => setting.Section == name))
            .ToList()
        : answer;

    /// <summary>The full name; null for a section that this tool does not know.</summary>
    public static string? Find(string section) => All.FirstOrDefault(name =>
        name.Equals(section, StringComparison.OrdinalIgnoreCase)
        || name[(name.LastIndexOf('/') + 1)..].Equals(section, StringComparison.OrdinalIgnoreCase));

    public static Answer Unknown(string section) => Answers.Error(
        ExitCode.Usage,
        $"Unknown config section \"{section}\".  Replace with -? for help.",
        $"This tool knows: {string.Join(", ", All)}.");
}

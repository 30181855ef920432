using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Rungs for files that set nothing, or do not count.</summary>
internal static class LadderSteps
{
    /// <summary>A file that says nothing.</summary>
    /// <param name="level">Its name for people.</param>
    /// <param name="target">The node it speaks for.</param>
    /// <param name="file">The file.</param>
    /// <param name="locks">What it locks nevertheless; null for nothing.</param>
    internal static LadderStep Silent(string level, ConfigurationNode target, ConfigurationFile file, string? locks) =>
        new(level, target.Path, file.Path, null, null, null, LadderRole.Silent, locks, locks is not null);

    /// <summary>A node's own web.config that holds nothing of the section, is not read, or is refused as a whole.</summary>
    internal static LadderStep OwnFile(ConfigurationNode target, ConfigurationFile file, Setting setting)
    {
        var step = Silent(LadderNames.File(target), target, file, null);
        return !target.WebConfigCounts ? NotRead(step, target, file, setting)
            : target.State(setting.Section) is { Inputs: [], Violation: { } violation } && violation.ConfigurationPath == target.Path
                ? step with { Line = violation.Diagnostic.Line, Role = LadderRole.Violation, Note = violation.Diagnostic.Message }
            : step;
    }

    private static LadderStep NotRead(LadderStep step, ConfigurationNode target, ConfigurationFile file, Setting setting)
    {
        var line = 0;
        var attribute = file.DirectInputs
            .Where(input => input.Schema.Name == setting.Section)
            .Select(input => input.Find(setting, out line))
            .FirstOrDefault(found => found is not null);
        return step with
        {
            Line = attribute is null ? null : line,
            Raw = attribute?.Raw,
            Role = LadderRole.Ignored,
            Note = LadderNotes.NoSubFolders(target),
        };
    }
}

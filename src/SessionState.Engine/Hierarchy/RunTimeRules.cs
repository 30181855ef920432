using System.Globalization;
using SessionState.Engine.Effective;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What ASP.NET checks over several attributes together, wherever they come from (SessionStateSection.PostDeserialize).</summary>
internal static class RunTimeRules
{
    private const int MostMinutesInMemory = 525_600;

    /// <summary>Why ASP.NET refuses the section with what this input sets; null where it does not.</summary>
    internal static Violation? Check(ConfigurationNode node, NodeInput input, int framework)
    {
        if (!ReferenceEquals(input.Section.Schema, SectionSchemas.SessionState)
            || (input.Section.Find(SessionStateSettings.Timeout, out _) is null && input.Section.Find(SessionStateSettings.Mode, out _) is null))
        {
            return null;
        }

        var mode = Merged(node, input, framework, SessionStateSettings.Mode);
        var timeout = Merged(node, input, framework, SessionStateSettings.Timeout);
        var isInMemory = mode is "InProc" or "StateServer";
        return isInMemory && !(int.TryParse(timeout, CultureInfo.InvariantCulture, out var minutes) && minutes <= MostMinutesInMemory)
            ? new Violation(TooLong(input, mode, timeout), node.Path, null, null)
            : null;
    }

    // What holds once this input is merged: itself, what is before it at its node, and the nodes above.
    private static string Merged(ConfigurationNode node, NodeInput input, int framework, Setting setting)
    {
        var isSeen = false;
        for (var target = node; target is not null; target = target.Parent)
        {
            var inputs = target.State(setting.Section)?.Inputs ?? [];
            for (var i = inputs.Length - 1; i >= 0; i--)
            {
                isSeen |= ReferenceEquals(inputs[i].Section, input.Section) || !ReferenceEquals(target, node);
                var reaches = inputs[i].Section.InheritsInChildApplications || ReferenceEquals(target.Application, node.Application);
                if (isSeen && reaches && inputs[i].IsReadBy(framework) && inputs[i].Section.Find(setting, out _) is { } found)
                {
                    return found.Canonical;
                }
            }
        }

        return setting.Default;
    }

    private static Diagnostic TooLong(NodeInput input, string mode, string timeout) => Diagnostic.Error(
        DiagnosticCodes.InvalidValue,
        $"The 'timeout' attribute is invalid.  With mode {mode} ASP.NET keeps a session for at most 525600 minutes (a year), not {timeout}. "
        + "IIS's own tools accept it.",
        input.Place,
        input.Section.Line,
        "Write at most 525600, or use the mode SQLServer or Custom.");
}

using System.Collections.Immutable;
using SessionState.AppCmd.Changing;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Sections;

/// <summary><c>search config</c>: the configuration paths that set something themselves.</summary>
internal static class SearchConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        if (!Wanted(context.CommandLine).Succeeded(out var wanted, out var answer) || !ServerReaders.Open(context).Succeeded(out var reader, out answer))
        {
            return context.Finish(answer);
        }

        using (reader)
        {
            var resolved = await Identifiers.ToPathAsync(reader, context.CommandLine.Identifier, context.CancellationToken);
            if (!resolved.Succeeded(out var path, out answer))
            {
                return context.Finish(answer);
            }

            var hits = 0;
            var request = new ExplainRequest(path, Recurse: true, [.. wanted.Select(one => one.Setting)], WithLadder: true);
            answer = await reader.ExplainAsync(request, node => hits += Print(context.Output, node, wanted), context.CancellationToken);
            return answer is not null ? context.Finish(answer) : hits == 0 ? ExitCode.Nothing : ExitCode.Success;
        }
    }

    private static Outcome<List<SearchedSetting>> Wanted(CommandLine commandLine)
    {
        if (!SectionNames.Settings(commandLine.Value("section")).Succeeded(out var settings, out var answer))
        {
            return answer;
        }

        var wanted = new List<SearchedSetting>();
        foreach (var property in commandLine.Properties)
        {
            var setting = commandLine.Has("section") ? PropertyNames.Find(settings[0].Section, property.Name) : null;
            if (setting is null)
            {
                return Answers.UnknownAttribute(property.Name, commandLine.Has("section") ? null : "Name its section with /section:name.");
            }

            wanted.Add(new(setting, property.Value is { } value && setting.TryNormalize(value, out var canonical, out _) ? canonical : property.Value));
        }

        return wanted.Count > 0 ? wanted : settings.Select(setting => new SearchedSetting(setting, null)).ToList();
    }

    // A path is listed once for every level of files that says something for it.
    private static int Print(CommandOutput output, ExplainedNode node, List<SearchedSetting> wanted)
    {
        var levels = node.Settings
            .SelectMany(found => found.Ladder.Where(step => wanted.Exists(one => one.Setting.Name == found.Setting && one.Matches(step)) && IsFor(step, node)))
            .Select(step => node.Path.Length == 0 && step.Level == "Root web.config" ? ConfigurationPaths.RootWeb
                : node.Path.Length == 0 && step.Level == "machine.config" ? ConfigurationPaths.Machine
                : ConfigurationPaths.Full(node.Path))
            .Distinct()
            .ToImmutableArray();
        foreach (var level in levels)
        {
            output.Line($"CONFIGSEARCH \"{level}\"");
        }

        return levels.Length;
    }

    private static bool IsFor(LadderStep step, ExplainedNode node) =>
        step.File is not null && (step.ConfigurationPath ?? "").Equals(node.Path, StringComparison.OrdinalIgnoreCase);
}

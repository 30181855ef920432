using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.Contracts;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>
/// <c>clear config</c>: takes a section out of the file that <c>/commit:</c> names, for this very path. With properties only those, which IIS's
/// tool cannot.
/// </summary>
internal static class ClearConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (!RequestedSection.Read(commandLine).Succeeded(out var section, out var answer))
        {
            return context.Finish(answer);
        }

        var settings = Settings.All.Where(setting => setting.Section == section && setting.IsEditable).ToList();
        if (commandLine.Properties.Any())
        {
            if (!Named(context, section).Succeeded(out var named, out answer))
            {
                return context.Finish(answer);
            }

            settings = named;
        }

        var items = settings.Select(setting => new WantedItem(ChangeAction.Clear, setting.Name)).ToList();
        var isWhole = !commandLine.Properties.Any();
        return await ChangeCommand.RunAsync(context, new([.. items], HasBestCommit: false, AppliedText.Of(section))
        {
            Narrow = isWhole ? (node, commitPath) => StandingValues.Narrow(items, section, node, commitPath) : null,
        });
    }

    private static Outcome<List<Setting>> Named(CommandContext context, string section)
    {
        var settings = new List<Setting>();
        foreach (var property in context.CommandLine.Properties)
        {
            if (PropertyNames.Find(section, property.Name) is not { } setting)
            {
                return Answers.UnknownAttribute(property.Name, OldPageCommand.ExplainAttribute(context.CommandLine, property));
            }

            if (!setting.IsEditable)
            {
                return PropertyNames.NotChangedHere(setting);
            }

            if (property.Value is not null)
            {
                return Answers.Error(ExitCode.Usage, $"clear config takes no value for \"{property.Name}\": it takes out whatever stands there.");
            }

            settings.Add(setting);
        }

        return settings.Distinct().ToList();
    }
}

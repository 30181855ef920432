using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Sections;

/// <summary><c>list config</c>: a section as XML.</summary>
internal static class ListConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (commandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(unknown.Name));
        }

        if (commandLine.Value("section") == "?")
        {
            return ListNames(context.Output);
        }

        if (!SectionNames.Whole(commandLine.Value("section")).Succeeded(out var settings, out var answer)
            || !ServerReaders.Open(context).Succeeded(out var reader, out answer))
        {
            return context.Finish(answer);
        }

        using (reader)
        {
            answer = await PrintAsync(context, reader, settings);
            return answer is null ? ExitCode.Success : context.Finish(answer);
        }
    }

    private static int ListNames(CommandOutput output)
    {
        foreach (var name in SectionNames.All)
        {
            output.Line(name);
        }

        return ExitCode.Success;
    }

    private static async Task<Answer?> PrintAsync(CommandContext context, IServerReader reader, IReadOnlyList<Setting> settings)
    {
        var resolved = await Identifiers.ToPathAsync(reader, context.CommandLine.Identifier, context.CancellationToken);
        if (!resolved.Succeeded(out var path, out var answer))
        {
            return answer;
        }

        ExplainedNode? node = null;
        answer = await reader.ExplainAsync(
            new ExplainRequest(path, Recurse: false, [.. settings], WithLadder: false), found => node = found, context.CancellationToken);
        if (answer is not null || node is null)
        {
            return answer;
        }

        if (node.Settings.Any(setting => setting.Value is null))
        {
            return InError(node);
        }

        SectionXml.Write(context.Output, node, settings, withInherited: context.CommandLine.Value("config") == "*");
        if (settings.Any(setting => setting.Evaluator == Evaluator.Managed))
        {
            context.Output.Note("Of ASP.NET's sections what this tool manages is shown; they may hold more.");
        }

        return null;
    }

    private static Answer InError(ExplainedNode node)
    {
        var reason = node.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Contracts.DiagnosticLevel.Error);
        return Answers.ConfigurationError(
            reason?.File ?? "", reason?.Line ?? 0, reason?.Message ?? "The configuration is in error here.", reason?.Remedy);
    }
}

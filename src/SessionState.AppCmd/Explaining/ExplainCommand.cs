using System.Collections.Immutable;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.AppCmd.Sections;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Explaining;

/// <summary><c>explain config</c>: not only what the value is, but why.</summary>
internal static class ExplainCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (commandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return Fail(context, Answers.UnknownAttribute(unknown.Name));
        }

        if (!SectionNames.Settings(commandLine.Value("section")).Succeeded(out var settings, out var answer))
        {
            return Fail(context, answer);
        }

        if (!ServerReaders.Open(context).Succeeded(out var reader, out answer))
        {
            return Fail(context, answer);
        }

        using (reader)
        {
            return await ExplainAsync(context, reader, [.. settings]);
        }
    }

    private static async Task<int> ExplainAsync(CommandContext context, IServerReader reader, ImmutableArray<Setting> settings)
    {
        var json = context.CommandLine.Has("json");
        var resolved = await Identifiers.ToPathAsync(reader, context.CommandLine.Identifier, context.CancellationToken);
        if (!resolved.Succeeded(out var path, out var answer))
        {
            return Fail(context, answer);
        }

        var request = new ExplainRequest(path, context.CommandLine.Has("recurse"), settings, WithLadder: !json);
        answer = json
            ? await WriteJsonAsync(context, reader, request)
            : await reader.ExplainAsync(
                request, new LadderText(context.Output, reader.Source).Write, context.CancellationToken);
        return answer is null ? ExitCode.Success : Fail(context, answer);
    }

    private static async Task<Answer?> WriteJsonAsync(CommandContext context, IServerReader reader, ExplainRequest request)
    {
        using var rows = new JsonRows(context.Output.Stream);
        var answer = await reader.ExplainAsync(request, rows.Write, context.CancellationToken);
        rows.Flush();
        return answer;
    }

    // Whoever reads JSON gets nothing but JSON on standard output.
    private static int Fail(CommandContext context, Answer answer)
    {
        if (!context.CommandLine.Has("json"))
        {
            return context.Finish(answer);
        }

        context.Output.Note(answer.Text.TrimEnd());
        if (answer.Explanation is { } explanation)
        {
            context.Output.Note(explanation);
        }

        return answer.ExitCode;
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Validating;

/// <summary><c>validate config</c>: the files of a folder, or of a server as a whole, for people and for build servers.</summary>
internal static class ValidateConfigCommand
{
    // Made for terminals and scripts, never for a web page: names stay as people write them.
    private static readonly JsonSerializerOptions Json = new(ContractJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(CommandContext context)
    {
        if (context.CommandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(
                unknown.Name, unknown.Text[0] == '/' && Directory.Exists(unknown.Text) ? $"Write a folder that begins with / as /folder:{unknown.Text}" : null));
        }

        return (context.CommandLine.Value("folder") ?? context.CommandLine.Identifier) is { } folder ? CheckFolder(context, folder) : await CheckServerAsync(context);
    }

    private static int CheckFolder(CommandContext context, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return context.Finish(Answers.Error(ExitCode.NotFound, $"There is no folder \"{folder}\"."));
        }

        IReadOnlyList<string> files;
        try
        {
            files = FolderCheck.Files(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return context.Finish(Answers.Error(ExitCode.NotFound, $"The folder cannot be read: {error.Message}"));
        }

        if (files.Count == 0)
        {
            return context.Finish(Answers.Error(
                ExitCode.NotFound, $"There is no applicationHost.config, web.config or machine.config in \"{folder}\" or below it."));
        }

        return Report(context, [.. files.SelectMany(FolderCheck.Check)], Count(files.Count, "file"));
    }

    private static async Task<int> CheckServerAsync(CommandContext context)
    {
        if (!ServerReaders.Open(context).Succeeded(out var reader, out var answer))
        {
            return context.Finish(answer);
        }

        using (reader)
        {
            var (findings, nodes) = (new HashSet<Finding>(), 0);
            answer = await reader.ExplainAsync(
                new ExplainRequest("", Recurse: true, [], WithLadder: false),
                node =>
                {
                    nodes++;
                    findings.UnionWith(node.Diagnostics.Select(diagnostic => new Finding(diagnostic)));
                },
                context.CancellationToken);
            return answer is null ? Report(context, [.. findings], Count(nodes, "node")) : context.Finish(answer);
        }
    }

    // Findings are the output; what they add up to is for people.
    private static int Report(CommandContext context, IReadOnlyList<Finding> findings, string checkedWhat)
    {
        foreach (var finding in findings)
        {
            context.Output.Write((context.CommandLine.Has("json")
                ? JsonSerializer.Serialize(finding.Diagnostic, Json)
                : finding.ToText()) + NewLines.Ours);
        }

        var errors = findings.Count(finding => finding.IsError);
        context.Output.Note($"{checkedWhat} checked: {Count(errors, "error")}, {Count(findings.Count - errors, "other finding")}.");
        return errors == 0 ? ExitCode.Success : ExitCode.Invalid;
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}

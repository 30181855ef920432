using System.Text;
using SessionState.AppCmd.Changing;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Scripting;

/// <summary><c>script config</c>: what would make a change on the server itself. The Service writes it; nothing is changed.</summary>
internal static class ScriptConfigCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (ScriptLanguages.Find(commandLine.Value("language") ?? nameof(ScriptLanguage.AppCmd)) is not { } language)
        {
            return context.Finish(Answers.Error(
                ExitCode.Usage, $"Unknown language \"{commandLine.Value("language")}\".", $"This tool knows: {string.Join(", ", ScriptLanguages.Names)}."));
        }

        if (!RequestedScript.Read(commandLine).Succeeded(out var items, out var answer))
        {
            return context.Finish(answer);
        }

        if (commandLine.Has("apphostconfig"))
        {
            return context.Finish(OnlyTheService());
        }

        if (!ServiceLocation.Find(context).Succeeded(out var address, out answer))
        {
            return context.Finish(answer);
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            return await AskAsync(context, service, address, new([.. items], HasBestCommit: true, _ => ""), language);
        }
    }

    private static async Task<int> AskAsync(
        CommandContext context, IConfigurationService service, ServiceAddress address, WantedChange wanted, ScriptLanguage language)
    {
        var resolved = await new ChangeTargets(context, service, address).ResolveAsync(wanted);
        if (!resolved.Succeeded(out var change, out var answer))
        {
            return context.Finish(answer);
        }

        var asked = await service.GetScriptsAsync(context.Environment.User, new(change, language), context.CancellationToken);
        return asked.Succeeded(out var scripts, out var problem)
            ? Write(context, language, context.CommandLine.Has("undo") ? scripts.Undo : scripts.Apply)
            : context.Finish(ServiceAnswers.For(problem, address, change.First.Path));
    }

    private static Answer OnlyTheService() => Answers.Error(
        ExitCode.Usage, "Scripts are written by the configuration service, which knows what is allowed where.", "Leave /apphostconfig: out.");

    private static int Write(CommandContext context, ScriptLanguage language, ScriptInfo script)
    {
        if (script.Impossible is { } why)
        {
            return context.Finish(Answers.Error(ExitCode.NotSupported, $"{language} cannot make this change. {why}"));
        }

        if (context.CommandLine.Value("file") is { Length: > 0 } file)
        {
            return WriteFile(context, file, script);
        }

        context.Output.Write(script.Text!);
        return Note(context, script);
    }

    private static int WriteFile(CommandContext context, string file, ScriptInfo script)
    {
        try
        {
            File.WriteAllText(file, script.FileText, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return Note(context, script);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return context.Finish(Answers.Error(ExitCode.OutputClosed, $"The script could not be written: {error.Message}"));
        }
    }

    private static int Note(CommandContext context, ScriptInfo script)
    {
        foreach (var note in script.Notes)
        {
            context.Output.Note(note);
        }

        return ExitCode.Success;
    }
}

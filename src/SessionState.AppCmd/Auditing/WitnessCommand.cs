using SessionState.AppCmd.Auditing.Verifying;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Auditing;

/// <summary><c>witness audit</c>: remembers the newest checkpoint, and believes the next one only with a proof that it continues this one.</summary>
internal static class WitnessCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (commandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(unknown.Name));
        }

        if (commandLine.Value("store") is not { Length: > 0 } file)
        {
            return context.Finish(Answers.Error(ExitCode.Usage, "Name a file that keeps the checkpoint: /store:FILE."));
        }

        var (key, refusal) = KeyArgument.Read(commandLine);
        if (refusal is not null)
        {
            return context.Finish(refusal);
        }

        try
        {
            var store = File.Exists(file) ? WitnessStore.Read(file) : null;
            return context.Finish(store is null && File.Exists(file)
                ? Answers.Error(ExitCode.InvalidData, $"{file} holds no checkpoint any more. If you keep a copy of it, put it back.")
                : await WitnessAsync(context, file, store, key));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return context.Finish(Answers.Error(ExitCode.OutputClosed, $"{file} cannot be used: {error.Message}"));
        }
    }

    private static async Task<Answer> WitnessAsync(CommandContext context, string file, WitnessStore? store, PublicKey? key)
    {
        if (!ServiceLocation.Find(context).Succeeded(out var address, out var answer))
        {
            return answer;
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            var asked = await service.GetAuditCheckpointAsync(null, context.CancellationToken);
            if (asked.Succeeded(out var newest, out var problem) && store is not null && newest.Size >= store.Note.Size)
            {
                asked = await service.GetAuditCheckpointAsync(store.Note.Size, context.CancellationToken);
            }

            if (!asked.Succeeded(out newest, out problem))
            {
                return ServiceAnswers.For(problem, address, "");
            }

            var judgement = WitnessJudgement.Of(newest, store, key);
            if (judgement.Believed is not { } believed)
            {
                return new(
                    ExitCode.Tampered,
                    $"REFUSED {address}{NewLines.Ours}{judgement.Text}{NewLines.Ours}",
                    $"{file} stays as it was. Keep it, and ask who runs the service.");
            }

            believed.Write(file);
            return new(ExitCode.Success, $"WITNESSED {address}{NewLines.Ours}{judgement.Text}{NewLines.Ours}", judgement.Note);
        }
    }
}

using System.Text;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Auditing;

/// <summary><c>verify audit</c>: a database or a bundle, offline; without a file the service verifies its own log.</summary>
internal static class VerifyCommand
{
    private static readonly byte[] SqliteStart = "SQLite format 3\0"u8.ToArray();

    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (AuditFileArgument.FirstUnknown(commandLine) is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(unknown.Name) with { ExitCode = ExitCode.VerifyUsage });
        }

        var (key, refusal) = KeyArgument.Read(commandLine);
        if (refusal is not null)
        {
            return context.Finish(refusal with { ExitCode = ExitCode.VerifyUsage });
        }

        if (AuditFileArgument.Read(commandLine) is not { } file)
        {
            return context.Finish(await AskServiceAsync(context));
        }

        try
        {
            var since = commandLine.Value("since") is { } kept ? WitnessStore.Read(kept) : null;
            return commandLine.Has("since") && since is null
                ? context.Finish(Answers.Error(ExitCode.VerifyUsage, $"{commandLine.Value("since")} holds no checkpoint."))
                : context.Finish(Answer(file, Verify(file, key, since?.Note, commandLine.Value("archive")), key is not null));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return context.Finish(Answers.Error(ExitCode.NotFound, $"{file} cannot be read: {error.Message}"));
        }
    }

    private static VerifyReport Verify(string file, PublicKey? key, SignedNote? since, string? archive)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
        var start = new byte[SqliteStart.Length];
        stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (!start.AsSpan().SequenceEqual(SqliteStart))
        {
            return BundleFile.Verify(stream, key, since);
        }

        var report = DatabaseFile.Verify(file, key, since);
        return archive is null || report.Finding is not null ? report : ArchiveFolder.Verify(report, archive, key);
    }

    private static Answer Answer(string file, VerifyReport report, bool hasKey) => report switch
    {
        { Finding: { } finding } => new(
            ExitCode.Tampered,
            $"TAMPERED {file}{NewLines.Ours}{finding.Text}{NewLines.Ours}"
            + (finding.FirstBad is { } record ? $"First bad record: {record}{NewLines.Ours}" : "")),
        { IsProven: true } => new(ExitCode.Success, $"GOOD {file}{NewLines.Ours}{report.Text}{NewLines.Ours}"),
        _ => new(
            ExitCode.NotProven,
            $"NOT PROVEN {file}{NewLines.Ours}{report.Text}{NewLines.Ours}",
            hasKey
                ? "What is there fits together, but something is not there: see above, or there is no checkpoint to compare it with, or yours lies between records that were left out."
                : "Everything fits together, but whoever could rewrite all of it could sign it, too. Name the public key you keep with /key:."),
    };

    private static async Task<Answer> AskServiceAsync(CommandContext context)
    {
        if (!ServiceLocation.Find(context).Succeeded(out var address, out var answer))
        {
            return answer;
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            var verified = await service.VerifyAuditAsync(context.CancellationToken);
            if (!verified.Succeeded(out var result, out var problem))
            {
                return ServiceAnswers.For(problem, address, "");
            }

            var text = new StringBuilder($"{(result.IsGood ? "GOOD" : "TAMPERED")} {address}{NewLines.Ours}{result.Summary}{NewLines.Ours}");
            if (result.FirstBad is { } record)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"First bad record: {record}{NewLines.Ours}");
            }

            return new(
                result.IsGood ? ExitCode.Success : ExitCode.Tampered,
                text.ToString(),
                "This is the service's own word. To verify without it, export a bundle and verify that with the key you keep.");
        }
    }
}

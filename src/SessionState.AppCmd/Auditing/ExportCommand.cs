using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Auditing;

/// <summary><c>export audit</c>: what the service writes out, into a file that is there when it is whole, or to standard output.</summary>
internal static class ExportCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (AuditFileArgument.FirstUnknown(commandLine) is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(unknown.Name));
        }

        var format = commandLine.Value("format") ?? "bundle";
        if (!Enum.TryParse<AuditExportFormat>(format, ignoreCase: true, out var wanted) || int.TryParse(format, out _))
        {
            return context.Finish(Answers.Error(ExitCode.Usage, $"/format:{format} is not understood. There are: bundle, jsonl, csv."));
        }

        if (!ExportQuery.Read(commandLine).Succeeded(out var query, out var answer)
            || !ServiceLocation.Find(context).Succeeded(out var address, out answer))
        {
            return context.Finish(answer);
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            return await new ExportRun(context, service, address, wanted, query).RunAsync(AuditFileArgument.Read(commandLine));
        }
    }
}

/// <summary>One export.</summary>
internal sealed class ExportRun(
    CommandContext context, IConfigurationService service, ServiceAddress address, AuditExportFormat format, AuditQuery query)
{
    public async Task<int> RunAsync(string? file)
    {
        try
        {
            return file is null ? await WriteAsync(context.Output.Stream) : await WriteFileAsync(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return context.Finish(Answers.Error(ExitCode.OutputClosed, $"{file} cannot be written: {error.Message}"));
        }
    }

    private async Task<int> WriteFileAsync(string file)
    {
        // A name that nobody else can have put there.
        var half = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            int exitCode;
            await using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                exitCode = await WriteAsync(stream);
            }

            if (exitCode == ExitCode.Success)
            {
                File.Move(half, file, overwrite: true);
            }

            return exitCode;
        }
        finally
        {
            File.Delete(half);
        }
    }

    // Standard output holds the export and nothing else.
    private async Task<int> WriteAsync(Stream output)
    {
        var exported = await service.ExportAuditAsync(format, query, output, context.CancellationToken);
        if (exported.Succeeded(out var done, out var problem))
        {
            context.Output.Note($"{done.Bytes} bytes exported.");
            return ExitCode.Success;
        }

        var answer = ServiceAnswers.For(problem, address, "");
        context.Output.Complain(answer.Text.TrimEnd());
        context.Output.Complain(answer.Explanation ?? problem.Remedy ?? "");
        return answer.ExitCode;
    }
}

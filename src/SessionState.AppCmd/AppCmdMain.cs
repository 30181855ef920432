using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd;

/// <summary>The whole tool, from arguments to exit code.</summary>
internal static class AppCmdMain
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, AppCmdEnvironment environment, CancellationToken cancellationToken)
    {
        using var output = new CommandOutput(environment.Output, environment.Error);
        try
        {
            var exitCode = await RunAsync(arguments, environment, output, cancellationToken);
            output.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (OutputClosedException closed)
        {
            if (!closed.IsReaderGone)
            {
                output.Complain($"The output could not be written: {closed.Message}");
            }

            return ExitCode.OutputClosed;
        }
    }

    private static Task<int> RunAsync(
        IReadOnlyList<string> arguments, AppCmdEnvironment environment, CommandOutput output, CancellationToken cancellationToken)
    {
        var parsed = CommandLineParser.Parse(arguments);
        if (parsed.CommandLine is { } commandLine)
        {
            var context = new CommandContext(commandLine, environment, output, cancellationToken);
            return commandLine.Has("in") ? PipedRun.RunAsync(context) : commandLine.Command.RunAsync(context);
        }

        output.Write(parsed.Answer!);
        return Task.FromResult(parsed.Answer!.ExitCode);
    }
}

using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Scripting;

/// <summary><c>script completion</c>: what a shell is told so that it can complete commands. Made from the command table.</summary>
internal static class CompletionCommand
{
    public static Task<int> RunAsync(CommandContext context)
    {
        if (context.CommandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return Task.FromResult(context.Finish(Answers.UnknownAttribute(unknown.Name)));
        }

        return Task.FromResult(context.CommandLine.Identifier?.ToUpperInvariant() switch
        {
            "BASH" => Print(context, BashCompletion.Write(CommandTable.Objects)),
            "POWERSHELL" => Print(context, PowerShellCompletion.Write(CommandTable.Objects)),
            _ => context.Finish(Answers.Error(ExitCode.Usage, "Must specify the shell: bash or powershell.")),
        });
    }

    private static int Print(CommandContext context, string script)
    {
        context.Output.Write(script);
        return ExitCode.Success;
    }
}

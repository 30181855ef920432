using SessionState.AppCmd.Scripting;

namespace SessionState.AppCmd.Commands;

/// <summary>COMPLETION and its command.</summary>
internal static class CompletionObject
{
    public static ManagedObject Definition { get; } = new(
        "COMPLETION",
        "Completion of commands in a shell",
        [new Command("script", "Write what a shell needs to complete commands", ScriptHelp, [], CompletionCommand.RunAsync)]);

    private const string ScriptHelp =
        """
        Write what a shell needs to complete commands

        APPCMD script COMPLETION <shell>

          shell            bash or powershell.

        Examples:

          eval "$(appcmd script completion bash)"
          appcmd script completion powershell | Out-String | Invoke-Expression
        """;
}

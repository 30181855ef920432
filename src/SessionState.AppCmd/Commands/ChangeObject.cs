using SessionState.AppCmd.Changing;

namespace SessionState.AppCmd.Commands;

/// <summary>CHANGE and its commands.</summary>
internal static class ChangeObject
{
    public static ManagedObject Definition { get; } = new(
        "CHANGE",
        "Changes made through the service",
        [
            new Command("list", "List changes that wait for a confirmation or for their end", ListHelp, [], ListChangesCommand.RunAsync),
            new Command("confirm", "Let a change of the whole server stand", ConfirmHelp, [], ConfirmChangeCommand.RunAsync),
            new Command("undo", "Take a change back", UndoHelp, [], UndoChangeCommand.RunAsync),
        ]);

    private const string ListHelp =
        """
        List changes that wait for a confirmation or for their end

        APPCMD list CHANGE </parameter1:value1 ...>

        A change of the whole server is taken back by itself unless somebody confirms it before
        confirmBy. A change that was made for a time is taken back at until. Changes can also be
        matched: /who:"Ada Lovelace" /path:Contoso

        Examples:

          appcmd list change
          appcmd list change /text:CHANGE.ID
        """;

    private const string ConfirmHelp =
        """
        Let a change of the whole server stand

        APPCMD confirm CHANGE <identifier>

          identifier       The change's id, as set config and list change print it.

        Example:

          appcmd confirm change 0193f2a4-5d00-7000-8000-000000000000
        """;

    private const string UndoHelp =
        """
        Take a change back

        APPCMD undo CHANGE <identifier> </parameter1:value1 ...>

          identifier       The change's id, as set config, list change and the audit print it.

        Puts back the values that the change wrote, and nothing else that is in the same files.
        Where somebody changed one of them since, nothing is done and who it was is said.

        Example:

          appcmd undo change 0193f2a4-5d00-7000-8000-000000000000 /reason:"Shop is down"
        """;
}

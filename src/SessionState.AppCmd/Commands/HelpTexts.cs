using System.Globalization;
using System.Text;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Commands;

/// <summary>The three levels of help, made from the command table.</summary>
internal static class HelpTexts
{
    public static Answer Usage(int exitCode)
    {
        var objects = new StringBuilder();
        foreach (var item in CommandTable.Objects)
        {
            objects.Append(CultureInfo.InvariantCulture, $"  {item.Name,-12}{item.Title}\n");
        }

        return new Answer(exitCode, NewLines.With(
            $"""
            Reads and changes the session-state configuration of IIS servers.

            APPCMD (command) (object-type) <identifier> </parameter1:value1 ...>

            Supported object types:

            {objects}
            (To list the commands of an object use /?, e.g. 'appcmd.exe site /?'.)

            {GeneralHelp.Text}
            """,
            NewLines.Usage));
    }

    public static Answer Object(ManagedObject managedObject)
    {
        var commands = new StringBuilder();
        foreach (var command in managedObject.Commands)
        {
            commands.Append(CultureInfo.InvariantCulture, $"  {command.Verb,-10}{command.Title}\n");
        }

        var example = $"{managedObject.Commands[0].Verb} {managedObject.Name.ToLowerInvariant()}";
        return new Answer(ExitCode.Nothing, NewLines.With(
            $"""
            {managedObject.Title}

            APPCMD (command) {managedObject.Name} <identifier> </parameter1:value1 ...>

            Supported commands:

            {commands}
            (To get help for a command use /?, e.g. 'appcmd.exe {example} /?'.)
            """,
            NewLines.Usage));
    }

    public static Answer Command(Command command) => new(ExitCode.Nothing, NewLines.With(command.Help, NewLines.Usage));
}

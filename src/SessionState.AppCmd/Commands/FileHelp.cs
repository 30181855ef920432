namespace SessionState.AppCmd.Commands;

/// <summary>Help on the commands of CONFIG that write scripts and check files.</summary>
internal static class FileHelp
{
    public const string Script =
        """
        Write a change as a script

        APPCMD script CONFIG <identifier> /section:name /element.attribute:value ... </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /do:what         Instead of values: clear (with the properties), lock, unlock,
                           inheritLock or repair.
          /language:name   appcmd (default), webAdministration, iisAdministration, cSharp,
                           javaScript, vbScript, wmiVbScript, wmiPowerShell or unifiedDiff.
          /undo            What takes the change back.
          /file:name       Writes a file that runs as it is; without it the text is printed.
          /commit:path     Where it is to be written. Without it the best place is chosen.

        Nothing is changed. Exit code 50: the language cannot do it, and why is said.

        Examples:

          appcmd script config "Default Web Site" /section:asp /session.allowSessionState:False
                 /language:webAdministration
          appcmd script config /section:asp /do:unlock /language:cSharp
        """;

    public const string Validate =
        """
        Check configuration files

        APPCMD validate CONFIG <folder> </parameter1:value1 ...>

          folder           Every applicationHost.config, web.config and machine.config in it and
                           below it is checked by itself. One that begins with / is written
                           /folder:name.
          /json            One JSON object a line and finding.

        With /apphostconfig: the files of that server are checked as a whole: values, locks and
        inheritance at every node. Exit code 0: no errors; 1: there are errors.

        Examples:

          appcmd validate config .
          appcmd validate config /json /apphostconfig:config/applicationHost.config
                 /pathmap:C:\inetpub=sites
        """;
}

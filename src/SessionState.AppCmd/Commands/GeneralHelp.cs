namespace SessionState.AppCmd.Commands;

/// <summary>Help on the general parameters.</summary>
internal static class GeneralHelp
{
    public const string Text =
        """
        General parameters (- may stand for /, case does not matter, a value begins right
        after the colon, an argument with blanks is quoted as a whole):

          /?                     Show help.
          /text:attribute        Show the value of one attribute of each object.
          /text:*                Show all attributes of each object.
          /xml                   Show the objects as XML.
          /in (or -)             Take what another command wrote with /xml as the identifiers.
          /config:*              With list config: fill in inherited and default values.
          /commit:path           Where a change is written: apphost, site, app, parent, url
                                 (the path itself, default) or a configuration path.

          /server:address        The configuration service to ask: unix:/path/to/socket or
                                 pipe:name. Default: the variable SESSIONSTATE_SERVER, else
                                 this machine's service.
          /reason:text           Why, for the audit log.
          /ticket:number         The ticket, for the audit log.
          /breakglass:true       An emergency: make a change at once that takes a second person.

          /apphostconfig:file    Read this applicationHost.config and the folders it names
                                 instead of asking a service. Read only.
          /pathmap:from=to       Where a folder of that server is on this machine, e.g.
                                 /pathmap:C:\inetpub=/srv/inetpub. May be repeated.
          /machineconfig:file    That server's machine.config, where it is not in its usual
                                 place.
          /rootwebconfig:file    The same for the .NET Framework's web.config.

        Use "!" to reach a property that has the name of a general parameter: /!text:value.

        Exit codes are those of IIS's appcmd: 0 success, 1 help, an empty list, configuration with
        errors or an audit that was tampered with, 2 an audit that no key proves, 13 a value that
        cannot be, 32 the file is in use, 33 the section is locked, 50 a language cannot make the
        change, 77 not permitted, 87 a wrong command line, 109 the output was closed, 130 Ctrl+C,
        1062 the service does not answer, 1168 not found or configuration in error. A Linux shell
        shows the remainder by 256: 144 for 1168.
        """;
}

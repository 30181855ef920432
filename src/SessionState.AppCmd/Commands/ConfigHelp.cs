namespace SessionState.AppCmd.Commands;

/// <summary>Help on the commands of CONFIG.</summary>
internal static class ConfigHelp
{
    public const string List =
        """
        Show a section as XML

        APPCMD list CONFIG <identifier> </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp; ? lists the names. None: all.
          /config:*        Fill in inherited and default values. Without it only what is set
                           for this very path is shown.

        Examples:

          appcmd list config "Default Web Site/" /section:asp
          appcmd list config "Default Web Site/app" /section:asp /config:*
        """;

    public const string Set =
        """
        Set properties of a section

        APPCMD set CONFIG <identifier> /section:name /element.attribute:value ... </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /commit:path     Where it is written: apphost, site, app, parent, url (default) or a
                           configuration path. The asp section is locked for web.config on
                           most servers: use /commit:apphost.
          /reason:text     Why; kept in the audit log.
          /ticket:number   Kept in the audit log.

        The change goes through the configuration service, which checks, backs up, writes and
        audits it. Several properties are one change. Properties of asp:
        session.allowSessionState, session.timeout, session.max, session.keepSessionIdSecure.

        Examples:

          appcmd set config /section:asp /session.allowSessionState:False
          appcmd set config "Default Web Site/app" /section:asp /session.allowSessionState:False
                 /commit:apphost /reason:"not needed, costs memory" /ticket:4711
        """;

    public const string Clear =
        """
        Take a section out

        APPCMD clear CONFIG <identifier> /section:name </element.attribute ...> </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /attribute       Only that property; IIS's own tool always takes the whole section.
          /commit:path     Where it is taken out: apphost, site, app, parent, url (default) or a
                           configuration path.
          /reason:text     Why; kept in the audit log.
          /ticket:number   Kept in the audit log.

        From then on the path inherits. A value in a web.config that a lock forbids can be taken
        out, too.

        Examples:

          appcmd clear config "Default Web Site/app" /section:asp /commit:apphost
          appcmd clear config "Default Web Site" /section:sessionState /mode
        """;

    public const string Search =
        """
        Find the places that set something

        APPCMD search CONFIG <identifier> </section:name> </element.attribute:value ...>

          identifier       Only this path and what is below it. None: the server.
          /section:name    asp or system.webServer/asp. None: all sections.
          /attribute       Only places that set it; with a value, to that value.

        Lists the configuration paths that say something themselves, in whatever file.

        Examples:

          appcmd search config /section:asp
          appcmd search config "Default Web Site" /section:asp /session.allowSessionState:false
        """;

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

    public const string Lock =
        """
        Lock a section for the files below

        APPCMD lock CONFIG <identifier> /section:name </parameter1:value1 ...>

          identifier       Site/, Site/app or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /commit:path     Where it is written: apphost, or a configuration path whose web.config
                           is to say it. Without it the best place is chosen: apphost, or the
                           file that made the lock.
          /reason:text     Why; kept in the audit log.
          /ticket:number   Kept in the audit log.

        A web.config below that holds the section makes its site fail with HTTP 500.19 from then
        on; the files are listed.

        Examples:

          appcmd lock config /section:asp
          appcmd lock config "Default Web Site/app" /section:asp /reason:"asked by the owner"
        """;

    public const string Unlock =
        """
        Let the files below hold a section

        APPCMD unlock CONFIG <identifier> /section:name </parameter1:value1 ...>

          identifier       Site/, Site/app or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /commit:path     Where it is written: apphost, or a configuration path whose web.config
                           is to say it. Without it the best place is chosen: apphost, or the
                           file that made the lock.
          /reason:text     Why; kept in the audit log.
          /ticket:number   Kept in the audit log.

        Only the file that made a lock can unlock it.

        Examples:

          appcmd unlock config /section:asp
          appcmd unlock config "Default Web Site/app" /section:asp /reason:"asked by the owner"
        """;

    public const string Explain =
        """
        Show values and where they come from

        APPCMD explain CONFIG <identifier> </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp. None: all settings.
          /recurse         Everything below the identifier too.
          /json            One JSON object a line and setting, in UTF-8, with the members path,
                           kind, setting, value, isDefault, origin, locked, lockedBy and
                           diagnostics. The value is text, or null where the configuration is
                           in error; origin is null where no level sets the value.

        Without /json every level is shown, weakest first; an asterisk marks the one that
        decides. With /apphostconfig: the files are read here, else the service is asked.

        Examples:

          appcmd explain config "Default Web Site/app"
          appcmd explain config /recurse /json /section:asp
                 /apphostconfig:applicationHost.config /pathmap:C:\inetpub=/srv/inetpub
        """;
}

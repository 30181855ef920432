namespace SessionState.AppCmd.Commands;

/// <summary>Help on the commands of CONFIG that show and change values.</summary>
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

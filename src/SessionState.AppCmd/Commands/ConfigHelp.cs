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
        Set a property of a section

        APPCMD set CONFIG <identifier> /section:name /element.attribute:value </parameter1:value1 ...>

          identifier       Site/, Site/app/page or an address. None: the server.
          /section:name    asp or system.webServer/asp.
          /commit:path     Where it is written: apphost, site, app, parent, url (default) or a
                           configuration path. The asp section is locked for web.config on
                           most servers: use /commit:apphost.
          /reason:text     Why; kept in the audit log.
          /ticket:number   Kept in the audit log.

        The change goes through the configuration service, which checks, backs up, writes and
        audits it. Properties of asp: session.allowSessionState, session.timeout, session.max,
        session.keepSessionIdSecure.

        Examples:

          appcmd set config /section:asp /session.allowSessionState:False
          appcmd set config "Default Web Site/app" /section:asp /session.allowSessionState:False
                 /commit:apphost /reason:"not needed, costs memory" /ticket:4711
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

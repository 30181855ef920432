namespace SessionState.AppCmd.Commands;

/// <summary>Help on the commands of CONFIG that lock.</summary>
internal static class LockHelp
{
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
}

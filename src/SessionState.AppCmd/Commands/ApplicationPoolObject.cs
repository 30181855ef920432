using SessionState.AppCmd.Listing;

namespace SessionState.AppCmd.Commands;

/// <summary>APPPOOL and its commands.</summary>
internal static class ApplicationPoolObject
{
    public static ManagedObject Definition { get; } = new(
        "APPPOOL",
        "Application pools",
        [
            new Command("list", "List application pools", ListHelp, [], context => ListCommand.RunAsync(context, ListedKinds.ApplicationPools))
            {
                TakesPipe = true,
                TakesPipeWhole = true,
            },
        ]);

    private const string ListHelp =
        """
        List application pools

        APPCMD list APPPOOL <identifier> </parameter1:value1 ...>

          identifier       Name of the application pool.

        Application pools can also be matched by their attributes:
        /apppool.name: /MgdVersion: /MgdMode: /state:
        Whether a pool is started only a running IIS knows; here the state is Unknown.

        Examples:

          appcmd list apppools
          appcmd list apppool /MgdMode:Classic
        """;
}

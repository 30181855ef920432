using SessionState.AppCmd.Listing;

namespace SessionState.AppCmd.Commands;

/// <summary>APP and its commands.</summary>
internal static class ApplicationObject
{
    public static ManagedObject Definition { get; } = new(
        "APP",
        "Applications",
        [new Command("list", "List applications", ListHelp, [], context => ListCommand.RunAsync(context, ListedKinds.Applications)) { TakesPipe = true, TakesPipeWhole = true }]);

    private const string ListHelp =
        """
        List applications

        APPCMD list APP <identifier> </parameter1:value1 ...>

          identifier       Site and path of the application, or an address it serves.

        Applications can also be matched by their attributes:
        /app.name: /path: /site.name: /apppool.name:

        Examples:

          appcmd list apps
          appcmd list app "Default Web Site/"
          appcmd list apps /site.name:"Default Web Site"
          appcmd list apps /apppool.name:DefaultAppPool /text:app.name
        """;
}

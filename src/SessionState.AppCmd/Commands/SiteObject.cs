using SessionState.AppCmd.Listing;

namespace SessionState.AppCmd.Commands;

/// <summary>SITE and its commands.</summary>
internal static class SiteObject
{
    public static ManagedObject Definition { get; } = new(
        "SITE",
        "Sites",
        [new Command("list", "List sites", ListHelp, [], context => ListCommand.RunAsync(context, ListedKinds.Sites)) { TakesPipe = true, TakesPipeWhole = true }]);

    private const string ListHelp =
        """
        List sites

        APPCMD list SITE <identifier> </parameter1:value1 ...>

          identifier       Name of the site, or an address such as http://localhost/app1.

        Sites can also be matched by their attributes: /site.name: /site.id: /bindings: /state:
        Whether a site is started only a running IIS knows; here the state is Unknown.

        Examples:

          appcmd list sites
          appcmd list site "Default Web Site"
          appcmd list site http://localhost/app1
          appcmd list sites /text:bindings /apphostconfig:/srv/iis/applicationHost.config
        """;
}

using SessionState.AppCmd.Listing;

namespace SessionState.AppCmd.Commands;

/// <summary>PAGE and its commands.</summary>
internal static class PageObject
{
    public static ManagedObject Definition { get; } = new(
        "PAGE",
        "Pages that say something about sessions or use them",
        [new Command("list", "List pages of an application", ListHelp, [], ListPagesCommand.RunAsync) { TakesPipe = true }]);

    private const string ListHelp =
        """
        List pages of an application

        APPCMD list PAGE <identifier> </parameter1:value1 ...>

          identifier       Site/, Site/app/folder or an address. Applications below it are
                           listed by their own names.

        Shown are pages with an EnableSessionState directive and pages that use Session, which
        fail when sessions are switched off. sessionLine is the line of the first use. Pages can
        also be matched: /runtime:ASP /enableSessionState:False /uses:0

        Examples:

          appcmd list pages "Default Web Site/app"
          appcmd list pages "Default Web Site/app" /enableSessionState:False /text:file
          appcmd list pages "Default Web Site/app"
                 /apphostconfig:applicationHost.config /pathmap:C:\inetpub=/srv/inetpub
        """;
}

using SessionState.AppCmd.Listing;

namespace SessionState.AppCmd.Commands;

/// <summary>VDIR and its commands.</summary>
internal static class VirtualDirectoryObject
{
    public static ManagedObject Definition { get; } = new(
        "VDIR",
        "Virtual directories",
        [
            new Command(
                "list", "List virtual directories", ListHelp, [], context => ListCommand.RunAsync(context, ListedKinds.VirtualDirectories)) { TakesPipe = true, TakesPipeWhole = true },
        ]);

    private const string ListHelp =
        """
        List virtual directories

        APPCMD list VDIR <identifier> </parameter1:value1 ...>

          identifier       Site and path of the virtual directory, or an address it serves.

        Virtual directories can also be matched by their attributes:
        /vdir.name: /path: /app.name: /physicalPath:

        Examples:

          appcmd list vdirs
          appcmd list vdir "Default Web Site/images"
          appcmd list vdirs /app.name:"Default Web Site/" /text:physicalPath
        """;
}

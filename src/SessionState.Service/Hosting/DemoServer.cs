using SessionState.Files;

namespace SessionState.Service.Hosting;

/// <summary>A made-up server for trying the product out: real files, laid out once in the data folder, to be changed at will.</summary>
internal static class DemoServer
{
    private static string Source => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>The options that manage the demo server. A folder that is there already is used as it is.</summary>
    public static ServiceOptions LayOut(ServiceOptions options)
    {
        var folder = options.DemoFolder;
        if (!Directory.Exists(folder))
        {
            // Copied under another name first: a copy that broke off is not taken for a demo server.
            var half = folder + ".new";
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            Copy(new DirectoryInfo(Source), half);
            Directory.Move(half, folder);
        }

        return options with
        {
            ApplicationHostConfig = Path.Combine(folder, "config", "applicationHost.config"),
            PathMap = [new PathMapping(@"C:\inetpub", Path.Combine(folder, "inetpub")), .. options.PathMap],
        };
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}

using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Tests.Generated;

/// <summary>Reads a generated server from the disk in the simplest way, so that engine tests need no other room.</summary>
internal sealed class DiskServer
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly Dictionary<string, ConfigurationFile> _files = [];
    private readonly Dictionary<string, ContentRoot> _roots = [];

    internal static ServerConfiguration Load(string applicationHostConfig)
    {
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.ApplicationHost, applicationHostConfig, File.ReadAllBytes(applicationHostConfig));
        return ServerConfiguration.Build(file, ServerLayout.Read(file, NoVariables), new DiskServer().Content);
    }

    private ContentRoot Content(Site site, VirtualDirectory directory)
    {
        if (!_roots.TryGetValue(directory.ExpandedPath, out var root))
        {
            root = new ContentRoot(Folder("", directory.ExpandedPath), null);
            _roots.Add(directory.ExpandedPath, root);
        }

        return root;
    }

    private ContentFolder Folder(string name, string path) => new(
        name,
        path,
        WebConfig(Path.Combine(path, "web.config")),
        [.. Directory.EnumerateDirectories(path).Select(folder => Folder(Path.GetFileName(folder), folder))]);

    private ConfigurationFile? WebConfig(string path)
    {
        if (!_files.TryGetValue(path, out var file) && File.Exists(path))
        {
            file = ConfigurationFile.Read(ConfigurationFileKind.Web, path, File.ReadAllBytes(path));
            _files.Add(path, file);
        }

        return file;
    }
}

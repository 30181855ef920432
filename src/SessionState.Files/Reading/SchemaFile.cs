using SessionState.Engine.Schema;
using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>The server's own schema of ASP.NET's sections, in the folder <c>schema</c> beside applicationHost.config.</summary>
internal static class SchemaFile
{
    private const int Limit = 4 * 1024 * 1024;

    /// <summary>Null where there is none, or none that can be read: then what is built in holds.</summary>
    public static ServerSchema? Read(Disk disk, string applicationHostConfig)
    {
        var path = Path.Join(Path.GetDirectoryName(Path.GetFullPath(applicationHostConfig)), "schema", "ASPNET_schema.xml");
        if (disk.Resolve(path, new(), out _) is not { } found)
        {
            return null;
        }

        using var folder = disk.OpenFolder(Path.GetDirectoryName(found)!, out _);
        return folder?.Read(Path.GetFileName(found), Limit, HardLinks.Accepted) is { IsRead: true } read ? ServerSchema.Read(found, read.Bytes) : null;
    }
}

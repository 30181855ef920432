using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Files;

/// <summary>One server's files as they were read: immutable, and consistent in itself.</summary>
public sealed class ConfigurationSnapshot
{
    internal ConfigurationSnapshot(
        ServerConfiguration server, ImmutableDictionary<string, FileState> files, string revision, DateTimeOffset readAt)
    {
        Server = server;
        Files = files;
        Revision = revision;
        ReadAt = readAt;
    }

    /// <summary>What the files mean.</summary>
    public ServerConfiguration Server { get; }

    /// <summary>
    /// 32 hexadecimal digits over path and content of all files and the paths of all folders: equal revisions, equal files.
    /// </summary>
    public string Revision { get; }

    /// <summary>When the newest part of it was read (UTC).</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>Every file that was read, by path.</summary>
    public ImmutableDictionary<string, FileState> Files { get; }
}

using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Files;

/// <summary>One server's files as they were read: immutable, and consistent in itself.</summary>
public sealed class ConfigurationSnapshot
{
    internal ConfigurationSnapshot(
        ServerConfiguration server, ImmutableDictionary<string, FileState> files, ContentHash sum, DateTimeOffset readAt)
    {
        Server = server;
        Files = files;
        Sum = sum;
        Revision = sum.ToRevision();
        ReadAt = readAt;
    }

    /// <summary>What the files mean.</summary>
    public ServerConfiguration Server { get; }

    /// <summary>32 hexadecimal digits over path and content of all files: equal revisions, equal files.</summary>
    public string Revision { get; }

    /// <summary>When the newest part of it was read (UTC).</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>Every file that was read, by path.</summary>
    public ImmutableDictionary<string, FileState> Files { get; }

    /// <summary>The sum of <see cref="FileState"/> digests behind <see cref="Revision"/>.</summary>
    internal ContentHash Sum { get; }
}

using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>One parsed configuration file: immutable facts. The text is not kept.</summary>
public sealed class ConfigurationFile
{
    private ConfigurationFile(ConfigurationFileKind kind, string path, bool isReadable, ImmutableArray<Diagnostic> diagnostics)
    {
        Kind = kind;
        Path = path;
        IsReadable = isReadable;
        Diagnostics = diagnostics;
    }

    /// <summary>Which step of the hierarchy it is.</summary>
    public ConfigurationFileKind Kind { get; }

    /// <summary>Where it is on this machine; the identity of the file.</summary>
    public string Path { get; }

    /// <summary>False where the file is no well-formed configuration, so that we know nothing of its content.</summary>
    public bool IsReadable { get; }

    /// <summary>What is wrong in the file, in the order of its lines.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a file's bytes. Never throws for bad content: that becomes a diagnostic.</summary>
    public static ConfigurationFile Read(ConfigurationFileKind kind, string path, ReadOnlySpan<byte> bytes) =>
        throw new NotImplementedException();

    /// <summary>Reads a file's text, as <see cref="Read(ConfigurationFileKind, string, ReadOnlySpan{byte})"/> does after decoding.</summary>
    public static ConfigurationFile Read(ConfigurationFileKind kind, string path, string text) =>
        throw new NotImplementedException();

    /// <summary>Stands for a file that is there but could not be read, for example for want of access.</summary>
    public static ConfigurationFile Unreadable(ConfigurationFileKind kind, string path, Diagnostic why) => new(kind, path, false, [why]);
}

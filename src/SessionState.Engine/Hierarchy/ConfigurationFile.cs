using System.Collections.Immutable;
using System.Globalization;
using SessionState.Engine.Features;
using SessionState.Engine.Reading;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

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

    /// <summary>What makes IIS refuse the file as a whole; null where it reads it.</summary>
    internal Diagnostic? Fatal { get; private init; }

    internal ImmutableArray<SectionDefinition> Definitions { get; private init; } = [];

    private Dictionary<string, SectionDefinition> DefinitionsByName =>
        field ??= Definitions.DistinctBy(definition => definition.Name).ToDictionary(definition => definition.Name);

    internal ImmutableArray<LocationTag> Locations { get; private set; } = [];

    /// <summary>Section content for the file's own level.</summary>
    internal ImmutableArray<SectionInput> DirectInputs { get; private init; } = [];

    /// <summary>Other files that hold sections of this one ("configSource"), as they were read.</summary>
    public ImmutableArray<SectionSource> Sources { get; private init; } = [];

    internal ImmutableArray<SectionUse> Uses { get; private init; } = [];

    /// <summary>The sites as written, with defaults applied; variables are not expanded.</summary>
    internal ImmutableArray<Site> Sites { get; private init; } = [];

    /// <summary>What it says about the server's features; null where it says nothing.</summary>
    internal FeatureList[]? Features { get; private init; }

    /// <summary>The application pools; null where the file has no such section.</summary>
    internal ApplicationPools? Pools { get; private init; }

    /// <summary>Reads a file's bytes, which are not kept. Never throws for bad content: that becomes a diagnostic.</summary>
    /// <param name="kind">Which step of the hierarchy it is.</param>
    /// <param name="path">Where it is on this machine.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="findSource">
    /// Reads the file that holds a section instead ("configSource"), by its path relative to this file's folder; the path has been checked to
    /// stay in it. Null, or a null answer: such sections stay unknown.
    /// </param>
    public static ConfigurationFile Read(
        ConfigurationFileKind kind, string path, ReadOnlyMemory<byte> bytes, Func<string, SectionSource?>? findSource = null)
    {
        if (bytes.Length > XmlLimits.BytesOf(kind))
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"it has {bytes.Length:N0} bytes");
            return Unreadable(kind, path, XmlProblems.Beyond(path, null, size, XmlLimits.BytesOf(kind)));
        }

        if (SourceText.IsUtf8(bytes.Span))
        {
            using var utf8 = new CheckedXmlReader(bytes, path);
            if (TryRead(utf8, kind, path, findSource, out _) is { } file)
            {
                return file;
            }
        }

        // Another encoding, or something is wrong, which is said best by those who see characters.
        return SourceText.Decode(bytes.Span, path, out var problem) is { } source
            ? Read(kind, path, source.Text, findSource)
            : Unreadable(kind, path, problem!);
    }

    /// <summary>Reads a file's text, as the other overload does after decoding.</summary>
    public static ConfigurationFile Read(
        ConfigurationFileKind kind, string path, string text, Func<string, SectionSource?>? findSource = null)
    {
        using var reader = new CheckedXmlReader(text, path);
        return TryRead(reader, kind, path, findSource, out var refused) ?? Unreadable(kind, path, refused!);
    }

    /// <summary>Stands for a file that is there but could not be read, for example for want of access.</summary>
    public static ConfigurationFile Unreadable(ConfigurationFileKind kind, string path, Diagnostic why) =>
        new(kind, path, false, [why]) { Fatal = why };

    /// <summary>The registration of a section in this file; null where it has none.</summary>
    internal SectionDefinition? Definition(string section) => Definitions.IsEmpty ? null : DefinitionsByName.GetValueOrDefault(section);

    /// <summary>The same facts with other location tags.</summary>
    internal ConfigurationFile With(ImmutableArray<LocationTag> locations)
    {
        var copy = (ConfigurationFile)MemberwiseClone();
        copy.Locations = locations;
        return copy;
    }

    /// <summary>The file as it would be with other bytes, and the other files as they are.</summary>
    internal static ConfigurationFile Reread(ConfigurationFile? before, ConfigurationFileKind kind, string path, ReadOnlyMemory<byte> bytes) =>
        Read(kind, path, bytes, name => before?.Sources.FirstOrDefault(source => source.Name == name));

    private static ConfigurationFile? TryRead(
        CheckedXmlReader xml, ConfigurationFileKind kind, string path, Func<string, SectionSource?>? findSource, out Diagnostic? refused)
    {
        var reader = new ConfigurationFileReader(xml, kind, path, findSource);
        refused = reader.Read();
        return refused is not null ? null : new ConfigurationFile(kind, path, true, [.. reader.Diagnostics])
        {
            Fatal = reader.Fatal,
            Definitions = [.. reader.Definitions],
            Locations = [.. reader.Locations],
            DirectInputs = [.. reader.DirectInputs],
            Uses = [.. reader.Uses],
            Sources = [.. reader.Sources],
            Sites = reader.Sites,
            Features = reader.Features?.ToArray(),
            Pools = reader.Pools,
        };
    }
}

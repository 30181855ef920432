using System.Collections.Immutable;
using SessionState.Engine.Features;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads one configuration file in one pass and keeps what the product needs of it.</summary>
internal sealed class ConfigurationFileReader
{
    private readonly CheckedXmlReader _reader;
    private readonly ConfigurationFileKind _kind;
    private readonly string _file;
    private readonly SectionSources _sources;
    private SectionReader? _sections;
    private SectionDefinitionsReader? _definitions;
    private SitesReader? _sites;
    private FeatureListReader? _features;
    private int _children;

    internal ConfigurationFileReader(
        CheckedXmlReader reader, ConfigurationFileKind kind, string file, Func<string, SectionSource?>? findSource = null)
    {
        (_reader, _kind, _file) = (reader, kind, file);
        _sources = new SectionSources(findSource);
    }

    /// <summary>Other files that sections were read from.</summary>
    internal List<SectionSource> Sources => _sources.Found;

    internal List<Diagnostic> Diagnostics { get; } = [];

    internal List<SectionInput> DirectInputs { get; } = [];

    internal List<LocationTag> Locations { get; } = [];

    internal List<SectionUse> Uses { get; } = [];

    /// <summary>Null for none, which is so for most files.</summary>
    internal List<FeatureList>? Features { get; private set; }

    internal ApplicationPools? Pools { get; private set; }

    internal IReadOnlyList<SectionDefinition> Definitions => _definitions?.Definitions ?? KnownDefinitions;

    /// <summary>What the file registers, where only a part of it is read.</summary>
    internal IReadOnlyList<SectionDefinition> KnownDefinitions { get; init; } = [];

    internal ImmutableArray<Site> Sites => _sites is null ? [] : SiteResolver.Resolve(_sites);

    private HashSet<string> Registered => field ??= [.. RegisteredNames.InWebServer(Definitions)];

    /// <summary>What makes IIS refuse the file as a whole although it is well-formed; null for nothing.</summary>
    internal Diagnostic? Fatal { get; private set; }

    /// <summary>Reads to the end of the document.</summary>
    /// <returns>Why the file is no configuration; null where it is.</returns>
    internal Diagnostic? Read()
    {
        Diagnostic? noConfiguration = null;
        if (_reader.NextChild(CheckedXmlReader.Document))
        {
            if (_reader.Name == "configuration")
            {
                ReadConfiguration();
            }
            else
            {
                noConfiguration = XmlProblems.NoConfiguration(_file, _reader.Line, _reader.Name);
            }
        }

        while (_reader.Read())
        {
            // What follows must be well-formed too.
        }

        return _reader.Problem ?? noConfiguration;
    }

    /// <summary>Reads a text that is one location tag.</summary>
    /// <returns>The tag; null where there is anything to say about it.</returns>
    internal LocationTag? ReadLocationAlone()
    {
        if (_reader.NextChild(CheckedXmlReader.Document))
        {
            ReadLocation();
        }

        while (_reader.Read())
        {
            // What follows must be well-formed too.
        }

        var isSilent = _reader.Problem is null && Fatal is null && Diagnostics.Count == 0 && Features is null && Pools is null && Sources.Count == 0;
        return isSilent && Locations is [{ IsIdle: false, IsOwnLevel: false } location] ? location : null;
    }

    private void ReadConfiguration()
    {
        for (var configuration = _reader.Enter(); _reader.NextChild(configuration); _children++)
        {
            switch (_reader.Name)
            {
                case "configSections":
                    ReadDefinitions();
                    break;
                case "location":
                    ReadLocation();
                    break;
                default:
                    ReadGroup(null);
                    break;
            }
        }
    }

    private void ReadDefinitions()
    {
        var problem = _definitions is not null ? DefinitionProblems.Second(_file, _reader.Line)
            : _children > 0 ? DefinitionProblems.NotFirst(_file, _reader.Line)
            : null;
        _definitions ??= new SectionDefinitionsReader(_reader, _file);
        _definitions.Read();
        Refuse(problem ?? _definitions.Duplicate);
    }

    private void ReadLocation()
    {
        var location = LocationTagReader.Read(_reader, _file);
        Locations.Add(location);
        if (location.Problem is not null)
        {
            Diagnostics.Add(location.Problem);
        }

        for (var inside = _reader.Enter(); _reader.NextChild(inside);)
        {
            ReadGroup(location);
        }

        if (location is { IsOwnLevel: true, Problem: { Severity: DiagnosticSeverity.Error } problem })
        {
            Fatal ??= problem;
        }
    }

    private void ReadGroup(LocationTag? location)
    {
        switch (_reader.Name)
        {
            // ASP.NET's files register the group as one that they ignore.
            case "system.webServer" when _kind is ConfigurationFileKind.ApplicationHost or ConfigurationFileKind.Web:
                ReadWebServer(location);
                break;
            case "system.web":
                ReadWeb(location);
                break;
            case "system.applicationHost" when _kind == ConfigurationFileKind.ApplicationHost && location is null or { IsOwnLevel: true }:
                for (var group = _reader.Enter(); _reader.NextChild(group);)
                {
                    switch (_reader.Name)
                    {
                        case "sites":
                            (_sites ??= new SitesReader(_reader)).Read();
                            break;
                        case "applicationPools":
                            Pools = PoolsReader.Read(_reader);
                            break;
                    }
                }

                break;
        }
    }

    private void ReadWebServer(LocationTag? location)
    {
        for (var group = _reader.Enter(); _reader.NextChild(group);)
        {
            var name = _reader.Name;
            if (SectionSchemas.Find("system.webServer", name) is { } schema)
            {
                Keep(schema, location);
            }
            else
            {
                if (_reader.HasContent && !Registered.Contains(name))
                {
                    ReportUse(name, location);
                }

                if (FeatureListReader.IsFeature(name) && (_features ??= new(_reader, _kind)).Read(location) is { } list)
                {
                    (Features ??= []).Add(list);
                }
            }
        }
    }

    private void ReadWeb(LocationTag? location)
    {
        for (var group = _reader.Enter(); _reader.NextChild(group);)
        {
            if (SectionSchemas.Find("system.web", _reader.Name) is { } schema)
            {
                Keep(schema, location);
            }
        }
    }

    private void Keep(SectionSchema schema, LocationTag? location)
    {
        var input = (_sections ??= new SectionReader(_reader, _kind, _file, Diagnostics, _sources)).Read(schema, location);
        if (location is null or { IsOwnLevel: true })
        {
            DirectInputs.Add(input);
        }
        else
        {
            location.Inputs = [.. location.Inputs, input];
        }
    }

    // Only applicationHost.config knows what is registered; for the other files that is asked later.
    private void ReportUse(string name, LocationTag? location)
    {
        if (_kind != ConfigurationFileKind.ApplicationHost)
        {
            Uses.Add(new SectionUse(name, _reader.Line));
        }
        else if (Registered.Count > 0)
        {
            var problem = DefinitionProblems.Unregistered($"system.webServer/{name}", _file, _reader.Line);
            Diagnostics.Add(problem);
            if (location is null)
            {
                Fatal ??= problem;
            }
            else
            {
                location.Problem ??= problem;
            }
        }
    }

    private void Refuse(Diagnostic? problem)
    {
        if (problem is not null)
        {
            Diagnostics.Add(problem);
            Fatal ??= problem;
        }
    }
}

using System.Collections.Immutable;
using SessionState.Engine.Reading;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What the files for the whole server say, worked out once and shared by every snapshot with those files.</summary>
internal sealed class ServerLevel
{
    private readonly SiteBuilder _builder;

    private readonly HostTags _tags;

    internal ServerLevel(ConfigurationFile applicationHost, ServerLayout layout, ImmutableArray<FrameworkFiles> files)
        : this(applicationHost, layout, new Frameworks(files, applicationHost.Pools), new HostTags(applicationHost), null)
    {
    }

    private ServerLevel(
        ConfigurationFile applicationHost, ServerLayout layout, Frameworks frameworks, HostTags tags, ImmutableArray<Diagnostic>? diagnostics)
    {
        (ApplicationHost, Layout, Frameworks, _tags) = (applicationHost, layout, frameworks, tags);
        Diagnostics = diagnostics
            ?? [.. applicationHost.Diagnostics, .. layout.Diagnostics, .. Idle(), .. Unregistered(), .. frameworks.Diagnostics];
        var registrations = new Registrations(applicationHost, frameworks);
        Node = new ConfigurationNode(NodeKind.Server, "", null)
        {
            Framework = Frameworks.Default,
            Extras = new NodeExtras
            {
                ApplicationHost = applicationHost,
                Registrations = registrations,
                Schema = layout.Schema,
                Problems = Diagnostics,
                BrokenTag = applicationHost.Fatal,
            },
        };
        Node.MarkConfigured();
        foreach (var level in Frameworks.Levels.SelectMany(framework => framework.Levels))
        {
            InputPlacing.Add(Node, level.File.DirectInputs, level.File, level.Owner);
        }

        InputPlacing.Add(Node, applicationHost.DirectInputs, applicationHost, Node);
        foreach (var schema in SectionSchemas.All.Where(schema => schema.IsManaged && Frameworks.Levels.Any(level => level.Broken is not null)))
        {
            Node.StateFor(schema);
        }

        new NodeResolver(registrations).Resolve(Node);
        _builder = new SiteBuilder(registrations, Node, tags);
    }

    internal ConfigurationFile ApplicationHost { get; }

    internal ServerLayout Layout { get; }

    internal Frameworks Frameworks { get; }

    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The server's node, without its sites.</summary>
    internal ConfigurationNode Node { get; }

    /// <summary>The level with another location tag, which says nothing about the level itself.</summary>
    internal ServerLevel With(EditedLocation edited) =>
        new(edited.File, Layout, Frameworks, _tags.With(edited.Before, edited.After), Diagnostics);

    internal SiteTree Build(Site site, ImmutableArray<ContentRoot> content) => _builder.Build(site, content);

    private IEnumerable<Diagnostic> Idle()
    {
        var names = Layout.Sites.Select(site => site.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _tags.Idle(names, ApplicationHost.Path);
    }

    private IEnumerable<Diagnostic> Unregistered() => SectionSchemas.All
        .Where(schema => !schema.IsManaged && ApplicationHost.IsReadable && ApplicationHost.Definition(schema.Name) is null)
        .Select(schema => DefinitionProblems.Unregistered(schema.Name, ApplicationHost.Path, 1) with
        {
            Severity = DiagnosticSeverity.Warning,
            Line = null,
        });
}

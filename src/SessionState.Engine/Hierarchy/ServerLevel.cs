using System.Collections.Immutable;
using SessionState.Engine.Reading;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What applicationHost.config says, worked out once and shared by every snapshot with that file.</summary>
internal sealed class ServerLevel
{
    private readonly SiteBuilder _builder;

    private readonly HostTags _tags;

    internal ServerLevel(ConfigurationFile applicationHost, ServerLayout layout)
        : this(applicationHost, layout, new HostTags(applicationHost), null)
    {
    }

    private ServerLevel(ConfigurationFile applicationHost, ServerLayout layout, HostTags tags, ImmutableArray<Diagnostic>? diagnostics)
    {
        (ApplicationHost, Layout, _tags) = (applicationHost, layout, tags);
        Diagnostics = diagnostics ?? [.. applicationHost.Diagnostics, .. layout.Diagnostics, .. Idle(), .. Unregistered()];
        Node = new ConfigurationNode(NodeKind.Server, "", null)
        {
            Extras = new NodeExtras { ApplicationHost = applicationHost, Problems = Diagnostics, BrokenTag = applicationHost.Fatal },
        };
        Node.MarkConfigured();
        foreach (var input in applicationHost.DirectInputs)
        {
            Node.StateFor(input.Schema).Add(new NodeInput(input, applicationHost, Node));
        }

        new NodeResolver(applicationHost).Resolve(Node);
        _builder = new SiteBuilder(applicationHost, Node, tags);
    }

    internal ConfigurationFile ApplicationHost { get; }

    internal ServerLayout Layout { get; }

    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The server's node, without its sites.</summary>
    internal ConfigurationNode Node { get; }

    /// <summary>The level with another location tag, which says nothing about the level itself.</summary>
    internal ServerLevel With(EditedLocation edited) =>
        new(edited.File, Layout, _tags.With(edited.Before, edited.After), Diagnostics);

    internal SiteTree Build(Site site, ImmutableArray<ContentRoot> content) => _builder.Build(site, content);

    private IEnumerable<Diagnostic> Idle()
    {
        var names = Layout.Sites.Select(site => site.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _tags.Idle(names, ApplicationHost.Path);
    }

    private IEnumerable<Diagnostic> Unregistered() => SectionSchemas.All
        .Where(schema => ApplicationHost.IsReadable && ApplicationHost.Definition(schema.Name) is null)
        .Select(schema => DefinitionProblems.Unregistered(schema.Name, ApplicationHost.Path, 1) with
        {
            Severity = DiagnosticSeverity.Warning,
            Line = null,
        });
}

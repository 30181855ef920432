using System.Collections.Immutable;
using SessionState.Engine.Reading;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What applicationHost.config says, worked out once and shared by every snapshot with that file.</summary>
internal sealed class ServerLevel
{
    private readonly SiteBuilder _builder;

    internal ServerLevel(ConfigurationFile applicationHost, ServerLayout layout)
    {
        (ApplicationHost, Layout) = (applicationHost, layout);
        var tags = new HostTags(applicationHost);
        var names = layout.Sites.Select(site => site.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Diagnostics = [.. applicationHost.Diagnostics, .. layout.Diagnostics, .. tags.Idle(names, applicationHost.Path), .. Unregistered()];
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

    internal SiteTree Build(Site site, ImmutableArray<ContentRoot> content) => _builder.Build(site, content);

    private IEnumerable<Diagnostic> Unregistered() => SectionSchemas.All
        .Where(schema => ApplicationHost.IsReadable && ApplicationHost.Definition(schema.Name) is null)
        .Select(schema => DefinitionProblems.Unregistered(schema.Name, ApplicationHost.Path, 1) with
        {
            Severity = DiagnosticSeverity.Warning,
            Line = null,
        });
}

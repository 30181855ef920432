using System.Collections.Immutable;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What the sites section of applicationHost.config says.</summary>
public sealed class ServerLayout
{
    private ServerLayout(
        ImmutableArray<Site> sites,
        ImmutableArray<Diagnostic> diagnostics,
        IReadOnlyDictionary<string, string> variables,
        ImmutableArray<Diagnostic> notes,
        ServerSchema? schema)
    {
        (Notes, Schema) = (notes, schema);
        Sites = sites;
        Diagnostics = diagnostics;
        Variables = variables;
    }

    /// <summary>The sites, in file order. Of two with one name the first counts.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>What is wrong with them: no root application, no root virtual directory, a name twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What whoever found the files has to say about them; part of <see cref="Diagnostics"/>.</summary>
    public ImmutableArray<Diagnostic> Notes { get; }

    /// <summary>The server's own schema; null where it is not known.</summary>
    public ServerSchema? Schema { get; }

    /// <summary>The variables that paths were expanded with.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Reads the sites with defaults applied (siteDefaults, applicationDefaults, virtualDirectoryDefaults; the nearest wins).</summary>
    /// <param name="applicationHost">The file.</param>
    /// <param name="variables">Environment variables by name without percent signs; names compare without regard to case.</param>
    /// <param name="notes">What there is to say about how the file was found.</param>
    /// <param name="schema">The server's own schema, where it could be read.</param>
    public static ServerLayout Read(
        ConfigurationFile applicationHost,
        IReadOnlyDictionary<string, string> variables,
        ImmutableArray<Diagnostic> notes = default,
        ServerSchema? schema = null)
    {
        notes = notes.IsDefault ? [] : notes;
        var sites = ImmutableArray.CreateBuilder<Site>(applicationHost.Sites.Length);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(notes);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in applicationHost.Sites)
        {
            sites.Add(Expand(site, variables));
            if (!names.Add(site.Name))
            {
                diagnostics.Add(SiteProblems.Duplicate(site, applicationHost.Path));
            }

            if (!SiteProblems.IsSound(site))
            {
                diagnostics.AddRange(SiteProblems.Of(site, applicationHost.Path));
            }
        }

        return new ServerLayout(sites.MoveToImmutable(), diagnostics.DrainToImmutable(), variables, notes, schema);
    }

    private static Site Expand(Site site, IReadOnlyDictionary<string, string> variables)
    {
        if (!HasVariable(site))
        {
            return site;
        }

        return site with
        {
            Applications = [.. site.Applications.Select(application => application with
            {
                VirtualDirectories = [.. application.VirtualDirectories.Select(directory => directory with
                {
                    ExpandedPath = PathVariables.Expand(directory.PhysicalPath, variables),
                })],
            })],
        };
    }

    private static bool HasVariable(Site site)
    {
        foreach (var application in site.Applications)
        {
            foreach (var directory in application.VirtualDirectories)
            {
                if (directory.PhysicalPath.Contains('%', StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

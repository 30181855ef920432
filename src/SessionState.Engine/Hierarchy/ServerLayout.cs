using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What the sites section of applicationHost.config says.</summary>
public sealed class ServerLayout
{
    private ServerLayout(ImmutableArray<Site> sites, ImmutableArray<Diagnostic> diagnostics, IReadOnlyDictionary<string, string> variables)
    {
        Sites = sites;
        Diagnostics = diagnostics;
        Variables = variables;
    }

    /// <summary>The sites, in file order.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>What is wrong with them: no root application, no root virtual directory, a name twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The variables that paths were expanded with.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Reads the sites with defaults applied (siteDefaults, applicationDefaults, virtualDirectoryDefaults; the nearest wins).</summary>
    /// <param name="applicationHost">The file.</param>
    /// <param name="variables">Environment variables by name without percent signs; names compare without regard to case.</param>
    public static ServerLayout Read(ConfigurationFile applicationHost, IReadOnlyDictionary<string, string> variables) =>
        throw new NotImplementedException();
}

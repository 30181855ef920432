using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Features;

/// <summary>
/// What ASP.NET's sessions need: a pool that runs managed code, and the session module. Sources: "Adding Application Pools" and "Modules" in
/// Microsoft's IIS configuration reference.
/// </summary>
internal sealed class AspNetRequirements(FeatureChain chain, ConfigurationFile host, ConfigurationNode node)
{
    private const string PoolName = "The application pool runs ASP.NET";
    private const string ModuleName = "ASP.NET's session module is loaded";

    internal IEnumerable<Requirement> Read()
    {
        if (node.Application is null)
        {
            yield break;
        }

        var pool = node.ApplicationPool is { } name ? host.Pools?.Find(name) : null;
        var runs = Pool(pool);
        yield return runs;
        if (runs.State is RequirementState.Met or RequirementState.Unknown)
        {
            yield return Module(pool);
        }
    }

    private Requirement Pool(ApplicationPool? pool) => (node.ApplicationPool, pool) switch
    {
        (null, _) => Unknown(PoolName, "The application names no pool, so which one runs it is not known from these files."),
        (var name, null) when host.Pools is null => Unknown(PoolName, $"What the pool {name} runs is not known from these files."),
        (var name, null) => new(PoolName, RequirementState.Missing, $"There is no application pool {name}, so nothing runs here.", host.Path, node.Application!.Definition?.Line,
            "Create the pool, or give the application another one."),
        (var name, { ManagedRuntimeVersion: null }) => Unknown(PoolName, $"The pool {name} does not say which version of .NET it runs, and the default differs between versions of IIS."),
        (var name, { ManagedRuntimeVersion: "" }) => new(
            PoolName, RequirementState.NotUsed, $"The pool {name} runs no managed code, so ASP.NET's settings have no effect here.", host.Path, pool.Line, null),
        (var name, { ManagedRuntimeVersion: var version }) => new(PoolName, RequirementState.Met, $"The pool {name} runs .NET {version}.", host.Path, pool.Line, null),
    };

    private Requirement Module(ApplicationPool? pool)
    {
        if (pool is { IsClassicMode: true })
        {
            return Unknown(ModuleName, $"The pool {pool.Name} is in classic mode, where ASP.NET's own web.config lists the modules; that is not known from these files.");
        }

        if (!chain.IsKnown || chain.OfServer(FeatureSections.Modules) is not { } list)
        {
            return Unknown(ModuleName, "The section modules is not known from these files.");
        }

        if (chain.Merge(FeatureSections.Modules).FirstOrDefault(entry => FeatureSections.IsSessionModule(entry.Item)) is { Item: { } module } found)
        {
            return new(ModuleName, RequirementState.Met, $"It is, as {module.Name}.", found.File, module.Line, null);
        }

        return chain.LastRemoval(FeatureSections.Modules) is { } removal && Array.Exists(list.Items, FeatureSections.IsSessionModule)
            ? new(ModuleName, RequirementState.Missing, "A lower file takes it out, so that pages here have no session.", removal.File, removal.List.Line,
                "Take that line out again, if pages here need sessions.")
            : new(ModuleName, RequirementState.NotUsed, "The server does not load it, so ASP.NET's session settings have no effect here.", host.Path, list.Line, null);
    }

    private static Requirement Unknown(string name, string sentence) => new(name, RequirementState.Unknown, sentence, null, null, null);
}

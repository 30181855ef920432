namespace SessionState.Engine.Hierarchy;

/// <summary>What <c>system.applicationHost/applicationPools</c> says.</summary>
internal sealed class ApplicationPools(IReadOnlyList<ApplicationPool> pools, ApplicationPool? defaults)
{
    private readonly Lazy<Dictionary<string, ApplicationPool>> _byName = new(() =>
        pools.DistinctBy(pool => pool.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(pool => pool.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>All of them, in the order of the file.</summary>
    internal IEnumerable<DescribedPool> Described => _byName.Value.Values
        .Select(pool => Find(pool.Name)!)
        .Select(pool => new DescribedPool(pool.Name, pool.ManagedRuntimeVersion ?? Frameworks.UsualVersion, pool.IsClassicMode ?? false));

    /// <summary>The pool with the defaults applied; null where there is none of that name, without regard to case.</summary>
    internal ApplicationPool? Find(string name) => _byName.Value.GetValueOrDefault(name) is not { } pool ? null : pool with
    {
        ManagedRuntimeVersion = pool.ManagedRuntimeVersion ?? defaults?.ManagedRuntimeVersion,
        IsClassicMode = pool.IsClassicMode ?? defaults?.IsClassicMode,
        Is32Bit = pool.Is32Bit ?? defaults?.Is32Bit,
    };
}

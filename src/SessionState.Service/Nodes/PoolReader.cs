using SessionState.Contracts;
using SessionState.Engine.Hierarchy;
using SessionState.Files;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>The application pools, as far as somebody may see what runs in them.</summary>
internal sealed class PoolReader(ConfigurationSet files, NodeAccess access)
{
    public ApplicationPoolList Read(Caller caller)
    {
        var server = files.Current.Server;
        var sight = access.SightOf(caller);
        var seen = sight.IsWhole ? null : SeenTables.Of(server, sight)
            .SelectMany(table => table.Nodes)
            .Where(node => sight.Shows(node.Path))
            .Select(node => node.ApplicationPool)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new([.. server.Pools.Where(pool => seen?.Contains(pool.Name) != false).Select(ToContract)]);
    }

    private static ApplicationPoolInfo ToContract(DescribedPool pool) =>
        new(pool.Name, pool.ManagedRuntimeVersion, pool.IsClassicMode ? "Classic" : "Integrated");
}

using SessionState.Contracts;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using EngineMode = SessionState.Engine.Locking.OverrideMode;
using OverrideMode = SessionState.Contracts.OverrideMode;

namespace SessionState.Service.Nodes;

/// <summary>What is to be said about the locks at a node.</summary>
internal static class SectionLocksReader
{
    public static IReadOnlyList<SectionLocks> Read(ServerConfiguration server, ConfigurationNode node) =>
        [.. Settings.All.Select(setting => setting.Section).Distinct().Select(section => Read(server, node, section))];

    private static SectionLocks Read(ServerConfiguration server, ConfigurationNode node, string section)
    {
        var locking = LockReader.Explain(node, section);
        return new(
            section,
            ContractMapping.ToContract(locking.Lock),
            ToContract(locking.OverrideMode),
            ToContract(locking.EffectiveOverrideMode),
            ContractMapping.ToContract(locking.LockedBelowBy),
            [.. locking.GranularLocks.Select(ToContract)],
            [.. LockTargets.Read(server, node, section, EngineMode.Deny).Select(ContractMapping.ToContract)],
            [.. LockTargets.Read(server, node, section, EngineMode.Allow).Select(ContractMapping.ToContract)]);
    }

    private static GranularLockInfo ToContract(GranularLock found) =>
        new(found.Element, found.Text, found.ConfigurationPath, found.File, found.Line, found.LocationPath);

    private static OverrideMode ToContract(EngineMode mode) => mode switch
    {
        EngineMode.Allow => OverrideMode.Allow,
        EngineMode.Deny => OverrideMode.Deny,
        _ => OverrideMode.Inherit,
    };
}

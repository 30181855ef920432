using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Features;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>Everything about one node.</summary>
internal sealed class NodeReader(ConfigurationSet files, NodeRows rows, NodeAccess access)
{
    public ServiceResult<NodeDetails> Read(Caller caller, string path)
    {
        if (files.Current.Server.Find(path) is { } known)
        {
            files.LookAt(known);
        }

        var snapshot = files.Current;
        if (!access.Find(snapshot.Server, caller, path).Succeeded(out var node, out var problem))
        {
            return problem;
        }

        return new NodeDetails(
            node.Path,
            rows.NameOf(node),
            ContractMapping.ToContract(node.Kind),
            snapshot.Revision,
            node.PhysicalPath,
            node.Application?.Path,
            node.ApplicationPool,
            node.WebConfigPath,
            node.WebConfig is not null,
            [.. AlsoServes(snapshot.Server, node).Where(access.SightOf(caller).Tree.Holds)],
            [.. Settings.All.Select(setting => ToValue(snapshot.Server, node, setting))],
            ContractMapping.ToContract(NodeDiagnostics.Read(node)))
        {
            Requirements = [.. RequirementReader.Read(snapshot.Server, node).Select(ContractMapping.ToContract)],
            Others = [.. AspSettings.All.Select(setting => ToOther(node, setting)).OfType<OtherValue>()],
            Locks = SectionLocksReader.Read(snapshot.Server, node),
        };
    }

    private static OtherValue? ToOther(ConfigurationNode node, Setting setting) =>
        EffectiveValueReader.Read(node, setting) is { Origin: { } origin } value
            ? new(setting.Name, value.Value, ContractMapping.ToContract(origin))
            : null;

    private static SettingValue ToValue(ServerConfiguration server, ConfigurationNode node, Setting setting)
    {
        var value = EffectiveValueReader.Read(node, setting);
        return new(
            setting.Name,
            setting.Title,
            SettingRules.TypeOf(setting),
            value.Value,
            setting.Default,
            NodeFacts.SourceOf(node, value),
            ContractMapping.ToContract(value.Origin),
            [.. LadderReader.Read(node, setting).Select(ContractMapping.ToContract)],
            ContractMapping.ToContract(LockReader.Read(node, setting.Section)),
            [.. CommitTargets.Read(server, node, setting).Select(ContractMapping.ToContract)])
        {
            Section = setting.Section,
            Reader = setting.Evaluator == Evaluator.Managed ? SettingReader.AspNet : SettingReader.Asp,
            Rules = SettingRules.Of(setting),
            Editable = setting.IsEditable,
            Advanced = setting.IsAdvanced,
            Note = setting.Note,
            Since = setting.Since,
        };
    }

    private static List<string> AlsoServes(ServerConfiguration server, ConfigurationNode node) => node.WebConfigPath is { } file
        ? [.. server.NodesServedBy(file).Select(other => other.Path).Where(path => !path.Equals(node.Path, StringComparison.OrdinalIgnoreCase))]
        : [];
}

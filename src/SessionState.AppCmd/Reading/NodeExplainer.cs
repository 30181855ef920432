using SessionState.Contracts;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using ContractStep = SessionState.Contracts.LadderStep;

namespace SessionState.AppCmd.Reading;

/// <summary>Asks the engine about a node, and says it in the words of the contract.</summary>
internal sealed class NodeExplainer(ExplainRequest request)
{
    private static readonly LockInfo Open = new(false, null, null, null);

    public ExplainedNode Explain(ConfigurationNode node)
    {
        var diagnostics = NodeDiagnostics.Read(node);
        var settings = new ExplainedSetting[request.Settings.Length];
        for (var i = 0; i < settings.Length; i++)
        {
            settings[i] = Explain(node, request.Settings[i]);
        }

        return new ExplainedNode(
            node.Path, EngineWords.ToContract(node.Kind), settings, diagnostics.IsEmpty ? [] : [.. diagnostics.Select(EngineWords.ToContract)]);
    }

    private ExplainedSetting Explain(ConfigurationNode node, Setting setting)
    {
        var effective = EffectiveValueReader.Read(node, setting);
        return new ExplainedSetting(
            setting.Name,
            setting.Title,
            effective.Value,
            setting.Default,
            effective.Origin is { } origin ? new(origin.ConfigurationPath, origin.File, origin.Line, origin.LocationPath) : null,
            ToContract(LockReader.Read(node, setting.Section)),
            request.WithLadder ? [.. LadderReader.Read(node, setting).Select(ToContract)] : []);
    }

    private static LockInfo ToContract(SectionLock sectionLock) => sectionLock.IsLocked
        ? new(true, sectionLock.Reason, sectionLock.File, sectionLock.Line)
        : Open;

    private static ContractStep ToContract(Engine.Effective.LadderStep step) => new(
        step.Level,
        step.ConfigurationPath,
        step.File,
        step.Line,
        step.LocationPath,
        step.Raw,
        EngineWords.ToContract(step.Role),
        step.Note,
        step.Locks);
}

using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Features;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using EngineLadder = SessionState.Engine.Effective;
using EngineFeatures = SessionState.Engine.Features;
using EngineNodeKind = SessionState.Engine.Hierarchy.NodeKind;

namespace SessionState.Service;

/// <summary>The engine's types as the contract's records.</summary>
internal static class ContractMapping
{
    public static NodeKind ToContract(EngineNodeKind kind) => kind switch
    {
        EngineNodeKind.Server => NodeKind.Server,
        EngineNodeKind.Site => NodeKind.Site,
        EngineNodeKind.Application => NodeKind.Application,
        EngineNodeKind.VirtualDirectory => NodeKind.VirtualDirectory,
        EngineNodeKind.File => NodeKind.File,
        _ => NodeKind.Folder,
    };

    public static DiagnosticInfo ToContract(Diagnostic diagnostic) => new(
        diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => DiagnosticLevel.Error,
            DiagnosticSeverity.Warning => DiagnosticLevel.Warning,
            _ => DiagnosticLevel.Info,
        },
        diagnostic.Code,
        diagnostic.Message,
        diagnostic.File,
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.Remedy);

    public static OriginInfo? ToContract(Provenance? origin) =>
        origin is null ? null : new(origin.ConfigurationPath, origin.File, origin.Line, origin.LocationPath);

    public static LockInfo ToContract(SectionLock section) => new(section.IsLocked, section.Reason, section.File, section.Line);

    public static CommitPathInfo ToContract(CommitTarget target) => new(
        target.CommitPath, target.File, target.LocationPath, target.Description, target.IsAllowed, target.Reason);

    public static Contracts.LadderStep ToContract(EngineLadder.LadderStep step) => new(
        step.Level,
        step.ConfigurationPath,
        step.File,
        step.Line,
        step.LocationPath,
        step.Raw,
        step.Role switch
        {
            EngineLadder.LadderRole.Silent => Contracts.LadderRole.Silent,
            EngineLadder.LadderRole.Shadowed => Contracts.LadderRole.Shadowed,
            EngineLadder.LadderRole.Ignored => Contracts.LadderRole.Ignored,
            EngineLadder.LadderRole.Violation => Contracts.LadderRole.Violation,
            _ => Contracts.LadderRole.Winner,
        },
        step.Note,
        step.Locks);

    public static ValueEffect ToContract(SettingChange change) =>
        new(change.Setting.Name, change.Node.Path, ToContract(change.Node.Kind), change.Before, change.After);

    public static RehearsalInfo? ToContract(Rehearsal rehearsal) => rehearsal.IsNothing ? null : new(
        [.. rehearsal.StartFailing.Take(ChangePreview.MaxEffects).Select(ToContract)],
        rehearsal.StartFailing.Length,
        [.. rehearsal.StopFailing.Take(ChangePreview.MaxEffects).Select(ToContract)],
        rehearsal.StopFailing.Length,
        [.. rehearsal.GainOverride.Take(ChangePreview.MaxEffects).Select(node => node.Path)],
        rehearsal.GainOverride.Length,
        [.. rehearsal.LoseOverride.Take(ChangePreview.MaxEffects).Select(node => node.Path)],
        rehearsal.LoseOverride.Length);

    private static FailingInfo ToContract(FailingSection failing) =>
        new(failing.File, failing.Line, failing.ConfigurationPath, failing.ErrorNumber, failing.Message);

    public static Problem ToProblem(EditRefusal refusal)
    {
        var (code, status, title) = refusal.Kind switch
        {
            RefusalKind.UnknownNode => (ProblemCodes.NotFound, 404, "No such node"),
            RefusalKind.UnknownSetting => (ProblemCodes.NotFound, 404, "No such setting"),
            RefusalKind.Locked => (ProblemCodes.Locked, 409, "The configuration is locked there"),
            RefusalKind.Unreadable => (ProblemCodes.Unreadable, 422, "The file cannot be changed safely"),
            RefusalKind.TooLarge => (ProblemCodes.TooLargeForIis, 422, "The file would be too large for IIS"),
            _ => (ProblemCodes.Invalid, 422, "The request cannot be carried out"),
        };

        return new(code, title, refusal.Message, status)
        {
            Remedy = refusal.Remedy,
            File = refusal.File,
            Line = refusal.Line,
            Field = refusal.Kind switch
            {
                RefusalKind.UnknownNode => "path",
                RefusalKind.UnknownSetting => "setting",
                RefusalKind.Invalid => "value",
                RefusalKind.NotHere => "commitPath",
                _ => null,
            },
        };
    }

    public static RequirementInfo ToContract(Requirement requirement) => new(
        requirement.Name,
        requirement.State switch
        {
            EngineFeatures.RequirementState.Met => Contracts.RequirementState.Met,
            EngineFeatures.RequirementState.Missing => Contracts.RequirementState.Missing,
            EngineFeatures.RequirementState.NotUsed => Contracts.RequirementState.NotUsed,
            _ => Contracts.RequirementState.Unknown,
        },
        requirement.Sentence,
        requirement.File,
        requirement.Line,
        requirement.Remedy);

    public static IReadOnlyList<DiagnosticInfo> ToContract(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(ToContract)];
}

using System.Diagnostics;
using SessionState.Contracts;
using SessionState.Engine.Text;
using EngineKind = SessionState.Engine.Hierarchy.NodeKind;
using EngineRole = SessionState.Engine.Effective.LadderRole;

namespace SessionState.AppCmd.Reading;

/// <summary>The engine's enumerations in the words of the contract.</summary>
internal static class EngineWords
{
    public static NodeKind ToContract(EngineKind kind) => kind switch
    {
        EngineKind.Server => NodeKind.Server,
        EngineKind.Site => NodeKind.Site,
        EngineKind.Application => NodeKind.Application,
        EngineKind.VirtualDirectory => NodeKind.VirtualDirectory,
        EngineKind.Folder => NodeKind.Folder,
        EngineKind.File => NodeKind.File,
        _ => throw new UnreachableException(),
    };

    public static LadderRole ToContract(EngineRole role) => role switch
    {
        EngineRole.Silent => LadderRole.Silent,
        EngineRole.Shadowed => LadderRole.Shadowed,
        EngineRole.Ignored => LadderRole.Ignored,
        EngineRole.Violation => LadderRole.Violation,
        EngineRole.Winner => LadderRole.Winner,
        _ => throw new UnreachableException(),
    };

    public static DiagnosticInfo ToContract(Diagnostic diagnostic) => new(
        ToContract(diagnostic.Severity),
        diagnostic.Code,
        diagnostic.Message,
        diagnostic.File,
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.Remedy);

    public static DiagnosticLevel ToContract(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => DiagnosticLevel.Info,
        DiagnosticSeverity.Warning => DiagnosticLevel.Warning,
        DiagnosticSeverity.Error => DiagnosticLevel.Error,
        _ => throw new UnreachableException(),
    };
}

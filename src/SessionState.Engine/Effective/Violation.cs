using SessionState.Engine.Text;

namespace SessionState.Engine.Effective;

/// <summary>Why a node, and everything below it, has no value: what breaks which rule.</summary>
/// <param name="Diagnostic">The problem at the element that breaks the rule, with its file and line.</param>
/// <param name="ConfigurationPath">Path of the node the breaking content is for.</param>
/// <param name="LockFile">The file that locks; null where the problem is no lock.</param>
/// <param name="LockLine">The line that locks, from 1; null where the problem is no lock.</param>
public sealed record Violation(Diagnostic Diagnostic, string ConfigurationPath, string? LockFile, int? LockLine);

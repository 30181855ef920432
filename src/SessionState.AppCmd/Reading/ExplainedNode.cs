using SessionState.Contracts;

namespace SessionState.AppCmd.Reading;

/// <summary>A node with its settings.</summary>
/// <param name="Path">"" for the server, else "Site/app", without a trailing slash.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Settings">The settings asked for, in the order of the settings table.</param>
/// <param name="Diagnostics">What is wrong here or above, as far as it concerns this node.</param>
internal sealed record ExplainedNode(
    string Path, NodeKind Kind, IReadOnlyList<ExplainedSetting> Settings, IReadOnlyList<DiagnosticInfo> Diagnostics);

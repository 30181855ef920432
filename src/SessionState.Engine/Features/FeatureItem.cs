namespace SessionState.Engine.Features;

/// <summary>One element of a list of features, as far as it matters for sessions.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Name">Its name; for an ISAPI restriction the path.</param>
/// <param name="Path">The paths a handler is for.</param>
/// <param name="Verbs">The verbs a handler is for.</param>
/// <param name="Target">The script processor of a handler, else its modules or type; the type of a module.</param>
/// <param name="IsAllowed">The attribute <c>allowed</c> of an ISAPI restriction.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record FeatureItem(FeatureAction Action, string Name, string Path, string Verbs, string Target, bool IsAllowed, int Line);

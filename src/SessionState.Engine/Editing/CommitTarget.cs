namespace SessionState.Engine.Editing;

/// <summary>A place where a change could be written.</summary>
/// <param name="CommitPath">The configuration path whose file is written: "MACHINE/WEBROOT/APPHOST", or that and "/Site/app".</param>
/// <param name="File">That file, existing or not; "" where there can be none.</param>
/// <param name="LocationPath">The location tag to write into; null for content outside a location tag.</param>
/// <param name="Description">For people: "applicationHost.config, location tag for Contoso/shop".</param>
/// <param name="IsAllowed">Whether a change can be written there.</param>
/// <param name="Reason">Why not, or why this one is preferred; null where there is nothing to say.</param>
public sealed record CommitTarget(
    string CommitPath, string File, string? LocationPath, string Description, bool IsAllowed, string? Reason);

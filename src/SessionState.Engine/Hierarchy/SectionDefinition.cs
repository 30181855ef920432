using SessionState.Engine.Locking;

namespace SessionState.Engine.Hierarchy;

/// <summary>A section's registration in <c>configSections</c>.</summary>
/// <param name="Name">Full name: <c>system.webServer/asp</c>.</param>
/// <param name="OverrideModeDefault">Whether lower files may set it where no location tag says otherwise.</param>
/// <param name="AllowDefinition">Where it may stand.</param>
/// <param name="AllowLocation">Whether it may stand in a location tag.</param>
/// <param name="Line">Line of the registration, from 1.</param>
internal sealed record SectionDefinition(
    string Name, OverrideMode OverrideModeDefault, AllowDefinition AllowDefinition, bool AllowLocation, int Line);

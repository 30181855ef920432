namespace SessionState.Engine.Hierarchy;

/// <summary>The levels at which a section may stand ("allowDefinition" of its registration).</summary>
internal enum AllowDefinition
{
    Everywhere,
    MachineOnly,
    MachineToWebRoot,
    MachineToApplication,
    AppHostOnly,
}

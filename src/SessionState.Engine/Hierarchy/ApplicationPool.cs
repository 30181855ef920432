namespace SessionState.Engine.Hierarchy;

/// <summary>An application pool, or what <c>applicationPoolDefaults</c> says of all; null is silence.</summary>
/// <param name="Name">Its name; "" for the defaults.</param>
/// <param name="ManagedRuntimeVersion">"v4.0", "v2.0"; "" for no managed code.</param>
/// <param name="IsClassicMode">Whether <c>managedPipelineMode</c> is Classic; the schema default is Integrated.</param>
/// <param name="Is32Bit">The attribute <c>enable32BitAppOnWin64</c>; the schema default is false.</param>
/// <param name="Line">Line of the element, from 1.</param>
internal sealed record ApplicationPool(string Name, string? ManagedRuntimeVersion, bool? IsClassicMode, bool? Is32Bit, int Line);

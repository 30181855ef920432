namespace SessionState.Engine.Hierarchy;

/// <summary>An application pool as the configuration describes it, defaults applied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ManagedRuntimeVersion">"v4.0", "v2.0"; "" for no managed code.</param>
/// <param name="IsClassicMode">Whether <c>managedPipelineMode</c> is Classic, and not Integrated.</param>
public sealed record DescribedPool(string Name, string ManagedRuntimeVersion, bool IsClassicMode);

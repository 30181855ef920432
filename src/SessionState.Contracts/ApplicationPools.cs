namespace SessionState.Contracts;

/// <summary>An application pool, as the configuration describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ManagedRuntimeVersion">"v4.0", "v2.0"; "" for no managed code.</param>
/// <param name="ManagedPipelineMode">"Integrated" or "Classic".</param>
public sealed record ApplicationPoolInfo(string Name, string ManagedRuntimeVersion, string ManagedPipelineMode);

/// <summary>The application pools; for somebody who sees a part of the server, those of its applications.</summary>
public sealed record ApplicationPoolList(IReadOnlyList<ApplicationPoolInfo> Items);

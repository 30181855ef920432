namespace SessionState.AppCmd.Reading;

/// <summary>An application pool as <c>list apppool</c> shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">"v4.0", "v2.0"; "" for no managed code.</param>
/// <param name="Mode">"Integrated" or "Classic".</param>
internal sealed record ListedPool(string Name, string Version, string Mode);

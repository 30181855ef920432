namespace SessionState.AppCmd.Reading;

/// <summary>An application as <c>list app</c> shows it.</summary>
/// <param name="SiteName">The site it belongs to.</param>
/// <param name="Path">Its path in the site: "/" or "/app".</param>
/// <param name="Pool">Its application pool; "" where the configuration names none.</param>
internal sealed record ListedApplication(string SiteName, string Path, string Pool)
{
    /// <summary>"Site/" or "Site/app".</summary>
    public string Name => SiteName + Path;
}

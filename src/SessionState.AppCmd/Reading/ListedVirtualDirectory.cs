namespace SessionState.AppCmd.Reading;

/// <summary>A virtual directory as <c>list vdir</c> shows it.</summary>
/// <param name="ApplicationName">"Site/" or "Site/app".</param>
/// <param name="Path">Its path in the application: "/" or "/pics".</param>
/// <param name="PhysicalPath">The folder as the configuration names it, variables not replaced.</param>
internal sealed record ListedVirtualDirectory(string ApplicationName, string Path, string PhysicalPath)
{
    /// <summary>"Site/", "Site/pics", "Site/app/" or "Site/app/pics".</summary>
    public string Name => ApplicationName.TrimEnd('/') + Path;
}

namespace SessionState.AppCmd.Listing;

/// <summary>One attribute of a listed object.</summary>
/// <param name="Name">Its name in <c>/text:</c>, in filters and in XML.</param>
/// <param name="Read">Its value.</param>
/// <param name="InLine">Its name in the default line; null where it is not shown there.</param>
/// <param name="Alias">Another name in filters and <c>/text:</c>; null for none.</param>
internal sealed record Column<T>(string Name, Func<T, string> Read, string? InLine = null, string? Alias = null)
{
    public bool Is(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (InLine?.Equals(name, StringComparison.OrdinalIgnoreCase) ?? false)
        || (Alias?.Equals(name, StringComparison.OrdinalIgnoreCase) ?? false);
}

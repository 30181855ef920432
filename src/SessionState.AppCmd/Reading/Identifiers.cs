using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Reading;

/// <summary>What a person may write to name a node: "Site/", "Site/app/page.asp", a full configuration path, or an address.</summary>
internal static class Identifiers
{
    public static bool IsAddress(string identifier) => identifier.Contains("://", StringComparison.Ordinal);

    /// <summary>The node's path, "" for the server. It may name nothing; whoever looks it up finds out.</summary>
    public static async Task<Outcome<string>> ToPathAsync(
        IServerReader reader, string? identifier, CancellationToken cancellationToken)
    {
        if (identifier is null)
        {
            return "";
        }

        if (!IsAddress(identifier))
        {
            return ConfigurationPaths.Short(identifier) is { } path
                ? path
                : Answers.UnrecognizedLevel(identifier);
        }

        if (!Uri.TryCreate(identifier, UriKind.Absolute, out var address))
        {
            return Answers.Error(ExitCode.Usage, $"\"{identifier}\" is no address. Write it as http://host:port/path.");
        }

        var sites = await reader.ListSitesAsync(cancellationToken);
        if (!sites.Succeeded(out var listed, out var answer))
        {
            return answer;
        }

        return SiteBindings.Find(listed, address) is { } site
            ? $"{site.Name}/{Uri.UnescapeDataString(address.AbsolutePath).Trim('/')}".TrimEnd('/')
            : Answers.NoSiteForAddress(identifier);
    }
}

using System.Text.RegularExpressions;
using SessionState.Dashboard.SignIn.OpenIdConnect;

namespace SessionState.Dashboard.Hosting;

/// <summary>Reads the section SignIn:OpenIdConnect, a list of providers.</summary>
internal static partial class ProviderReader
{
    public static IReadOnlyList<IdentityProvider> Read(IConfigurationSection section, List<string> problems)
    {
        var providers = section.GetChildren().Select(entry => ReadOne(entry, problems)).OfType<IdentityProvider>().ToList();
        problems.AddRange(providers.GroupBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"SignIn:OpenIdConnect: two providers are called {group.Key}. Each needs a name of its own, because it is part of an address."));
        return providers;
    }

    // Null with at least one problem more.
    private static IdentityProvider? ReadOne(IConfigurationSection entry, List<string> problems)
    {
        var before = problems.Count;
        var name = Required(entry, "Name", problems);
        if (name is not null && !NamePattern().IsMatch(name))
        {
            problems.Add($"{entry.Path}:Name: \"{name}\" becomes part of an address, so it consists of letters, digits and \"-\".");
        }

        var issuer = Required(entry, "Issuer", problems);
        var allowHttp = bool.TryParse(entry["AllowHttp"], out var allowed) && allowed;
        if (issuer is not null && !(Uri.TryCreate(issuer, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (allowHttp && address.Scheme == Uri.UriSchemeHttp))))
        {
            problems.Add($"{entry.Path}:Issuer: \"{issuer}\" is no https address. Write the provider's issuer exactly as its discovery document does.");
        }

        var clientId = Required(entry, "ClientId", problems);
        var secret = ReadSecret(entry, problems);
        return problems.Count > before ? null : new IdentityProvider(
            name!, entry["Title"] is { Length: > 0 } title ? title : name!, issuer!, clientId!, secret,
            entry["GroupsClaim"] is { Length: > 0 } claim ? claim : null,
            entry.GetSection("Groups").GetChildren().Where(group => group.Value is { Length: > 0 }).ToDictionary(group => group.Key, group => group.Value!, StringComparer.Ordinal),
            [.. entry.GetSection("Scopes").GetChildren().Select(scope => scope.Value).OfType<string>()],
            allowHttp);
    }

    private static string? Required(IConfigurationSection entry, string name, List<string> problems)
    {
        if (entry[name] is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add($"{entry.Path}:{name} is missing. Every provider needs Name, Issuer and ClientId.");
        return null;
    }

    private static string? ReadSecret(IConfigurationSection entry, List<string> problems)
    {
        if (entry["ClientSecretFile"] is not { Length: > 0 } path)
        {
            return entry["ClientSecret"] is { Length: > 0 } secret ? secret : null;
        }

        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{entry.Path}:ClientSecretFile: {path} cannot be read ({error.Message.TrimEnd('.')}).");
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex NamePattern();
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SessionState.Contracts;

namespace SessionState.Dashboard.Hosting;

/// <summary>Reads the settings and finds everything that is wrong with them, not only the first thing.</summary>
internal static partial class DashboardOptionsReader
{
    public const string DefaultUrl = "http://localhost:5080";

    private const string FolderName = "session-state-dashboard";

    /// <summary>Exactly one of the two: the options, or at least one sentence that names a setting and what it may be.</summary>
    public static (DashboardOptions? Options, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var urls = ReadUrls(configuration, problems);
        var dataDirectory = ReadDataDirectory(configuration["DataDirectory"], problems);
        var serviceAddress = ReadServiceAddress(configuration["ServiceAddress"], problems);
        var serviceUserId = ReadServiceUserId(configuration["ServiceUserId"], problems);
        var serviceSid = ReadServiceSid(configuration["ServiceSid"], problems);
        var proxies = ReadProxies(configuration, problems);
        var signIn = SignInOptionsReader.Read(configuration, isDemo: string.IsNullOrWhiteSpace(configuration["ServiceAddress"]), problems);
        return problems.Count == 0 ? (new DashboardOptions(urls, dataDirectory, serviceAddress, serviceUserId, serviceSid, proxies, signIn), problems) : (null, problems);
    }

    private static List<string> ReadUrls(IConfiguration configuration, List<string> problems)
    {
        var setting = configuration["Urls"];
        if (string.IsNullOrWhiteSpace(setting))
        {
            // Certificates and several listeners are set the framework's own way, and then no default may override them.
            return configuration.GetSection("Kestrel:Endpoints").Exists() ? [] : [DefaultUrl];
        }

        var urls = setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        problems.AddRange(urls.Where(url => !IsListenAddress(url)).Select(url =>
            $"Urls: \"{url}\" is no address to listen at. Write http://HOST:PORT or https://HOST:PORT, for example {DefaultUrl}; separate several with \";\"."));
        return urls;
    }

    private static bool IsListenAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { IsUnixPipe: false, IsNamedPipe: false, PathBase.Length: 0, Host.Length: > 0, Port: >= 0 and <= 65535 }
                && (address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string ReadDataDirectory(string? setting, List<string> problems)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return Path.GetFullPath(setting);
        }

        var applicationData = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (applicationData.Length == 0)
        {
            problems.Add("DataDirectory: this user has no home folder, so there is no default. Name a folder that this user may write, for example /var/lib/session-state-dashboard.");
            return "";
        }

        return Path.Combine(applicationData, FolderName);
    }

    private static ServiceAddress? ReadServiceAddress(string? setting, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        if (!ServiceAddress.TryParse(setting, out var address, out var error))
        {
            problems.Add($"ServiceAddress: {error} Leave it out to start a Service on the demo server.");
        }

        return address;
    }

    private static List<IPNetwork> ReadProxies(IConfiguration configuration, List<string> problems)
    {
        var proxies = new List<IPNetwork>();
        foreach (var setting in configuration.GetSection("Proxies").GetChildren().Select(entry => entry.Value ?? ""))
        {
            if (IPNetwork.TryParse(setting, out var network))
            {
                proxies.Add(network);
            }
            else if (IPAddress.TryParse(setting, out var address))
            {
                proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                problems.Add($"Proxies: \"{setting}\" is no address. Write the address of the reverse proxy, for example 10.0.0.5, or its network, for example 10.0.0.0/24.");
            }
        }

        return proxies;
    }

    private static uint? ReadServiceUserId(string? setting, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        if (uint.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var userId))
        {
            return userId;
        }

        problems.Add($"ServiceUserId: \"{setting}\" is no number of a user. Write the user id that the Service runs as; \"id -u NAME\" prints it.");
        return null;
    }

    private static string? ReadServiceSid(string? setting, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(setting) || SidPattern().IsMatch(setting))
        {
            return string.IsNullOrWhiteSpace(setting) ? null : setting;
        }

        problems.Add($"ServiceSid: \"{setting}\" is no security identifier. Write the one of the account that the Service runs as: S-1-5-82-… for an application pool.");
        return null;
    }

    [GeneratedRegex(@"^S-1(-\d{1,10}){2,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex SidPattern();
}

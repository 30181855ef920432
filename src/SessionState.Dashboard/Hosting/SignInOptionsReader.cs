using Npgsql;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Windows;

namespace SessionState.Dashboard.Hosting;

/// <summary>Reads the section SignIn.</summary>
internal static class SignInOptionsReader
{
    private const string DefaultDomain = "localhost";

    /// <param name="configuration">All settings.</param>
    /// <param name="isDemo">Without a Service of its own the Dashboard shows the demo server, where nobody needs an account.</param>
    /// <param name="problems">Takes a sentence for everything that is wrong.</param>
    public static SignInOptions Read(IConfiguration configuration, bool isDemo, List<string> problems)
    {
        var section = configuration.GetSection("SignIn");
        var options = new SignInOptions(
            Link: ReadSwitch(section, "Link", isDemo, problems),
            Demo: isDemo,
            Local: ReadSwitch(section, "Local", !isDemo, problems),
            Windows: ReadSwitch(section, "Windows", false, problems),
            Providers: ProviderReader.Read(section.GetSection("OpenIdConnect"), problems),
            PasskeyDomain: ReadDomain(section["PasskeyDomain"], problems),
            PostgreSql: ReadConnection(section["PostgreSql"], problems));
        if (options.Windows && Keytab.Problem() is { } problem)
        {
            problems.Add(problem);
        }

        if (options is { Link: false, Demo: false, Local: false, Windows: false, Providers.Count: 0 })
        {
            problems.Add("SignIn: every way to sign in is switched off, so nobody could. Leave SignIn:Local on, or configure another way.");
        }

        return options;
    }

    private static bool ReadSwitch(IConfigurationSection section, string name, bool otherwise, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(section[name]))
        {
            return otherwise;
        }

        if (bool.TryParse(section[name], out var value))
        {
            return value;
        }

        problems.Add($"SignIn:{name}: \"{section[name]}\" is neither true nor false.");
        return otherwise;
    }

    private static string? ReadConnection(string? setting, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(setting).ConnectionString;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // Without the setting itself: there may be a password in it.
            problems.Add("SignIn:PostgreSql: this is no connection string. Write it as Host=/var/run/postgresql;Database=dashboard;Username=dashboard.");
            return null;
        }
    }

    private static string ReadDomain(string? setting, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return DefaultDomain;
        }

        if (Uri.CheckHostName(setting) != UriHostNameType.Dns)
        {
            problems.Add($"SignIn:PasskeyDomain: \"{setting}\" is no host name. Write the name that people open the Dashboard by, without a port, for example dashboard.example.com.");
        }

        return setting;
    }
}

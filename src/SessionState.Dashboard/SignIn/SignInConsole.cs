using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.SignIn;

/// <summary>Shows addresses and one-time links to whoever started the Dashboard; never in a log file, which more people may read.</summary>
internal sealed class SignInConsole(
    IServer server, SignInOptions options, SignInLinks links, SetupLinks setup, FirstAccount first, TextWriter console)
{
    private static readonly string Validity = $"(valid once, {SignInLinks.Lifetime.TotalMinutes:0} minutes)";

    /// <summary>Where this Dashboard is reached from its own machine.</summary>
    public string Address
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Hosting.DashboardOptionsReader.DefaultUrl;
            var binding = BindingAddress.Parse(address);
            var host = binding.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : binding.Host;
            return $"{binding.Scheme}://{host}:{binding.Port}";
        }
    }

    /// <summary>Prints new links, unless the last ones printed are still good.</summary>
    public void PrintLinks()
    {
        if (options.Link && links.CreateIfNoneIsValid() is { } token)
        {
            console.WriteLine($"Sign in with this link {Validity}: {Address}{SignInRoutes.Page}?token={token}");
        }

        if (options.Local && !first.IsMade && setup.CreateIfNoneIsValid() is { } setupToken)
        {
            console.WriteLine($"There is no account yet. Make the first one with this link {Validity}: {Address}{SignInRoutes.Setup}?token={setupToken}");
        }
    }

    /// <summary>Says once how it goes on.</summary>
    public void PrintAdvice()
    {
        if (options.Link)
        {
            console.WriteLine("A new link is printed here each time one is used. When it has expired, open the address above for another. Ctrl+C stops the Dashboard.");
        }
        else if (options.Local && !first.IsMade)
        {
            console.WriteLine("When the link has expired, open the address above and another is printed here. Ctrl+C stops the Dashboard.");
        }
    }
}

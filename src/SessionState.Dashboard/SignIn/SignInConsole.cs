using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SessionState.Dashboard.SignIn;

/// <summary>Shows addresses and sign-in links to whoever started the Dashboard; never in a log file, which more people may read.</summary>
internal sealed class SignInConsole(IServer server, SignInLinks links, TextWriter console)
{
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

    /// <summary>Prints a new link, unless the last one printed is still good.</summary>
    public void PrintLink()
    {
        if (links.CreateIfNoneIsValid() is { } token)
        {
            console.WriteLine($"Sign in with this link (valid once, {SignInLinks.Lifetime.TotalMinutes:0} minutes): {Address}{SignInRoutes.Page}?token={token}");
        }
    }
}

using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.Demo;
using SessionState.Dashboard.SignIn.Windows;

namespace SessionState.Dashboard.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Problem">Why somebody is here again.</param>
/// <param name="ReturnUrl">Where to go afterwards; a place of this Dashboard.</param>
/// <param name="Name">What was typed as the name before.</param>
/// <param name="LinkToken">The token of a valid one-time link, where the page was opened by one.</param>
/// <param name="LinkName">Whom that link signs in.</param>
/// <param name="HasLinks">Whether one-time links are printed on the console.</param>
/// <param name="HasPasswords">Whether there are local accounts to sign in with.</param>
/// <param name="NeedsSetup">Whether the first account is still to be made.</param>
/// <param name="HasWindows">Whether people can sign in with the account of their domain.</param>
/// <param name="Providers">Where else people can come from.</param>
/// <param name="Demo">Whom one can be on the demo server.</param>
public sealed record SignInView(
    SignInProblem Problem, string ReturnUrl, string Name, string? LinkToken, string LinkName,
    bool HasLinks, bool HasPasswords, bool NeedsSetup, bool HasWindows, IReadOnlyList<ProviderLink> Providers, IReadOnlyList<DemoPerson> Demo)
{
    /// <summary>Who signs in once more, and how they did before; null for whoever comes in.</summary>
    public ActingUser? Again { get; init; }

    /// <summary>The same for somebody who is signed in: nothing but the way they came.</summary>
    public SignInView For(ActingUser person) => (person.Method switch
    {
        PasswordEndpoints.Method or PasskeyEndpoints.Method => this with { HasLinks = false, HasWindows = false, Providers = [], Demo = [] },
        SignInEndpoints.LinkMethod => this with { HasPasswords = false, HasWindows = false, Providers = [], Demo = [] },
        WindowsEndpoints.Method => this with { HasLinks = false, HasPasswords = false, Providers = [], Demo = [] },
        DemoEndpoints.Method => this with { HasLinks = false, HasPasswords = false, HasWindows = false, Providers = [], Demo = [.. Demo.Where(one => one.Subject == person.Subject)] },
        var provider => this with { HasLinks = false, HasPasswords = false, HasWindows = false, Providers = [.. Providers.Where(one => one.Name == provider)], Demo = [] },
    }) with
    {
        Again = person,
    };

    public string? Sentence => Problem switch
    {
        SignInProblem.LinkUsed => "This sign-in link has been used already; each works once. A new one has been printed.",
        SignInProblem.LinkExpired => $"This sign-in link is older than {SignInLinks.Lifetime.TotalMinutes:0} minutes and no longer works. A new one has been printed.",
        SignInProblem.LinkUnknown => "This sign-in link is not one of this Dashboard's. It may have been copied incompletely, or the Dashboard was restarted since.",
        SignInProblem.WrongPassword => "That name and password do not let you in. After five wrong passwords an account is locked for 15 minutes; whoever administers accounts can give you a new password.",
        SignInProblem.TooManyAttempts => "There were too many attempts with this name. Wait a minute, then try again.",
        SignInProblem.PasskeyRefused => "That passkey does not let you in. It may have been removed, or the page was open for too long. Try again, or sign in another way.",
        SignInProblem.ProviderRefused => "The sign-in there did not succeed, or it took too long. Try again, or sign in another way.",
        SignInProblem.WindowsRefused => "Windows did not sign you in. Try again, or sign in another way.",
        _ => null,
    };
}

using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.Demo;

namespace SessionState.Dashboard.SignIn;

/// <summary>Puts the sign-in page together from what is configured and what has just gone wrong.</summary>
internal sealed class SignInPages(SignInOptions options, SignInConsole console, FirstAccount first)
{
    /// <summary>The user who started the Dashboard: whoever reads its console is taken for this person.</summary>
    public static Contracts.ActingUser LinkUser { get; } = new("local", Environment.UserName, Environment.UserName);

    public RazorComponentResult<SignInPage> Show(string? returnUrl, string? linkToken = null) => Page(SignInProblem.None, returnUrl, linkToken: linkToken);

    /// <summary>For somebody who is signed in and does so once more.</summary>
    public RazorComponentResult<SignInPage> ShowAgain(string? returnUrl, Contracts.ActingUser person) => Page(SignInProblem.None, returnUrl, person: person);

    public RazorComponentResult<SignInPage> Refuse(SignInProblem problem, string? returnUrl, string? name = null) => Page(problem, returnUrl, name);

    private RazorComponentResult<SignInPage> Page(
        SignInProblem problem, string? returnUrl, string? name = null, string? linkToken = null, Contracts.ActingUser? person = null)
    {
        // A link that no longer works is replaced on the console, which is where the page sends its reader.
        console.PrintLinks();
        var view = new SignInView(
            problem, SignInRoutes.LocalOrHome(returnUrl), name ?? "", linkToken, LinkUser.Name,
            HasLinks: options.Link,
            HasPasswords: options.Local && first.IsMade,
            NeedsSetup: options.Local && !first.IsMade,
            HasWindows: options.Windows,
            Providers: [.. options.Providers.Select(provider => new ProviderLink(provider.Name, provider.Title, provider.StartPath))],
            Demo: options.Demo ? DemoPerson.All : []);
        var status = problem switch
        {
            SignInProblem.None => StatusCodes.Status200OK,
            SignInProblem.TooManyAttempts => StatusCodes.Status429TooManyRequests,
            SignInProblem.WindowsRefused => StatusCodes.Status401Unauthorized,
            _ => StatusCodes.Status403Forbidden,
        };
        return new RazorComponentResult<SignInPage>(new Dictionary<string, object?> { [nameof(SignInPage.View)] = person is null ? view : view.For(person) }) { StatusCode = status };
    }
}

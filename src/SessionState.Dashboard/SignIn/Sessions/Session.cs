using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>Somebody who is signed in with one browser.</summary>
/// <param name="Key">A hash of the id that the browser's cookie carries: what is stored opens nothing.</param>
/// <param name="Issuer">Who vouches for the subject.</param>
/// <param name="Subject">The person, at that issuer.</param>
/// <param name="Name">What people call this person.</param>
/// <param name="Method">How they signed in.</param>
/// <param name="Started">When they signed in.</param>
/// <param name="LastSeen">When they last did something.</param>
/// <param name="Address">The network address they signed in from.</param>
/// <param name="Browser">The browser, as far as it says.</param>
internal sealed record Session(
    string Key, string Issuer, string Subject, string Name, string Method, DateTimeOffset Started, DateTimeOffset LastSeen, string Address, string Browser)
{
    /// <summary>What the identity provider calls its own session; null where it does not say or there is none.</summary>
    public string? ProviderSession { get; init; }

    public ActingUser User => new(Issuer, Subject, Name);

    public bool IsOf(ActingUser user) => Issuer == user.Issuer && Subject == user.Subject;
}

namespace SessionState.Dashboard.SignIn;

/// <summary>What the sign-in page has to say.</summary>
public enum SignInProblem
{
    None,
    LinkUsed,
    LinkExpired,
    LinkUnknown,
    WrongPassword,
    TooManyAttempts,
    PasskeyRefused,
    ProviderRefused,
    WindowsRefused,
}

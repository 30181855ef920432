namespace SessionState.Dashboard.SignIn;

/// <summary>What the token of a sign-in link is worth.</summary>
public enum TokenState
{
    Valid,
    Used,
    Expired,
    Unknown,
}

namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>The links to make the first account with; there is one only while there is no account.</summary>
internal sealed class SetupLinks(TimeProvider time) : SignInLinks(time);

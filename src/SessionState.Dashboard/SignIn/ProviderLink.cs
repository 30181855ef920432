namespace SessionState.Dashboard.SignIn;

/// <summary>A way to sign in that begins with a link.</summary>
public sealed record ProviderLink(string Title, string Path);

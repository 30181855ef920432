namespace SessionState.Dashboard.SignIn;

/// <summary>A way to sign in that begins with a link.</summary>
/// <param name="Name">The provider's name in addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Path">Where the link goes.</param>
public sealed record ProviderLink(string Name, string Title, string Path);

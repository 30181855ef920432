namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>One of the keys that open an account.</summary>
/// <param name="Id">Its credential id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Created">Since when.</param>
public sealed record Passkey(byte[] Id, string Name, DateTimeOffset Created)
{
    public const int LongestName = 64;
}

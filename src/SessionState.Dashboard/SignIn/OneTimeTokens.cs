using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SessionState.Dashboard.SignIn;

/// <summary>What cannot be guessed, and what is kept of it.</summary>
internal static class OneTimeTokens
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static string HashText(string token) => Convert.ToHexStringLower(Hash(token));
}

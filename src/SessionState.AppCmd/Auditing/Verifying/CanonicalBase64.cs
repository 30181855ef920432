namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Base64 that has one spelling only: no blanks, no bits set that mean nothing.</summary>
internal static class CanonicalBase64
{
    /// <summary>Null where the text is none, or another spelling.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }
}

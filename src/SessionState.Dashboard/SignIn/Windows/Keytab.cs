namespace SessionState.Dashboard.SignIn.Windows;

/// <summary>Where the host's Kerberos keys lie on Linux.</summary>
internal static class Keytab
{
    private const string Variable = "KRB5_KTNAME";
    private const string Default = "/etc/krb5.keytab";

    /// <summary>Null when the keys can be read, else a sentence about what to do. Windows has its own.</summary>
    public static string? Problem()
    {
        var name = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Default;
        var path = name.StartsWith("FILE:", StringComparison.OrdinalIgnoreCase) ? name["FILE:".Length..] : name;
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"SignIn:Windows: the keytab {path} cannot be read. Put a keytab with the key of HTTP/HOST@REALM there, readable by {Environment.UserName}, or name another in the environment variable {Variable}.";
        }
    }
}

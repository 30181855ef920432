using System.Buffers;

namespace SessionState.Engine.Schema;

/// <summary>The names that may stand in an HTTP header as they are (RFC 9110, 5.6.2), for example of cookies.</summary>
internal static class HttpToken
{
    private const int Longest = 256;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What is wrong with the text; "" where it is a token.</summary>
    public static string Complaint(string text) => text switch
    {
        "" => "A name has at least one character",
        { Length: > Longest } => $"A name has at most {Longest} characters",
        _ when text.AsSpan().ContainsAnyExcept(Characters) => "A name has letters, digits and !#$%&'*+-.^_`|~ only",
        _ => "",
    };
}

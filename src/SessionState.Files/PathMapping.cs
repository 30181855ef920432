using SessionState.Files.Paths;

namespace SessionState.Files;

/// <summary>Says where a folder of the server is on this machine.</summary>
/// <param name="From">A folder as the server's configuration names it, such as <c>C:\inetpub</c> or <c>\\filer\sites</c>.</param>
/// <param name="To">The same folder here: an absolute path.</param>
public sealed record PathMapping(string From, string To)
{
    /// <summary>Reads "<c>C:\inetpub=/srv/inetpub</c>".</summary>
    /// <returns>Null where there is no "=" with a whole path before it and something behind it.</returns>
    public static PathMapping? TryParse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text.AsSpan(equals + 1).Trim().Length > 0 && PathMap.ParseFrom(text[..equals].Trim()).IsWhole
            ? new(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : null;
    }
}

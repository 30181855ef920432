namespace SessionState.Engine.Text;

/// <summary>The encoding that an XML declaration names.</summary>
internal static class EncodingDeclaration
{
    private const string Start = "<?xml";

    /// <summary>The declared name in lower case, or null where the head of the file declares none.</summary>
    public static string? Read(string head)
    {
        if (!head.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var declaration = head.AsSpan(Start.Length, (end < 0 ? head.Length : end) - Start.Length);
        var name = declaration.IndexOf("encoding", StringComparison.Ordinal);
        return name < 0 ? null : Value(declaration[(name + "encoding".Length)..]);
    }

    private static string? Value(ReadOnlySpan<char> afterName)
    {
        var rest = afterName.TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        if (rest.IsEmpty || rest[0] is not ('"' or '\''))
        {
            return null;
        }

        var length = rest[1..].IndexOf(rest[0]);
        return length < 0 ? null : rest.Slice(1, length).ToString().ToLowerInvariant();
    }
}

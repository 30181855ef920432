namespace SessionState.AppCmd.Grammar;

/// <summary>One argument of the form <c>/name:value</c>, <c>-name:value</c> or <c>/name</c>.</summary>
/// <param name="Name">What stands before the first colon; may be a property path such as <c>session.timeout</c>.</param>
/// <param name="Value">What stands after the colon, possibly ""; null where there is no colon.</param>
/// <param name="IsEscaped">True for <c>/!name</c>: a property, even where a general parameter has the same name.</param>
/// <param name="Text">The argument as typed.</param>
internal sealed record Parameter(string Name, string? Value, bool IsEscaped, string Text)
{
    public bool IsHelp => Name == "?" && !IsEscaped;

    public bool Is(string name) => !IsEscaped && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where the argument begins with neither <c>/</c> nor <c>-</c>.</summary>
    public static Parameter? Parse(string argument)
    {
        if (argument.Length == 0 || argument[0] is not ('/' or '-'))
        {
            return null;
        }

        if (argument == "-")
        {
            return new Parameter("in", null, false, argument);
        }

        var escaped = argument.Length > 1 && argument[1] == '!';
        var body = argument[(escaped ? 2 : 1)..];
        var colon = FindColon(body);
        return colon < 0
            ? new Parameter(body, null, escaped, argument)
            : new Parameter(body[..colon], body[(colon + 1)..], escaped, argument);
    }

    // A colon inside an indexer, as in /[url='http://a'].attr:value, belongs to the name.
    private static int FindColon(string body)
    {
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '[':
                    depth++;
                    break;
                case ']':
                    depth--;
                    break;
                case ':' when depth <= 0:
                    return i;
            }
        }

        return -1;
    }
}

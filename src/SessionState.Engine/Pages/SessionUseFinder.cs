using System.Collections.Immutable;

namespace SessionState.Engine.Pages;

/// <summary>Finds uses of the Session object in the code of one page, block after block.</summary>
internal sealed class SessionUseFinder(PageKind kind, bool hasEvents, LineCounter lines)
{
    private const int LongestMember = 40;

    // There are two; a file may say so again and again.
    private const int MostEvents = 8;

    private bool _inComment;
    private bool _isOwn;
    private SessionUse? _first;
    private int _count;

    internal ImmutableArray<SessionUse> Events { get; private set; } = [];

    /// <summary>Null for none, and where the page makes something of its own by that name.</summary>
    internal SessionUse? First => _isOwn ? null : _first;

    internal int Count => _isOwn ? 0 : _count;

    internal void AddTag(string what, int at) => Add(what, at);

    internal void Read(ReadOnlySpan<char> code, int start, CodeLanguage language)
    {
        var before = default(TokenBefore);
        var tokens = new CodeTokens(code, language, _inComment);
        while (tokens.Next())
        {
            if (!tokens.Word.IsEmpty)
            {
                Look(tokens, before, start, language);
            }

            before.Move(tokens);
        }

        _inComment = tokens.InComment;
    }

    private void Look(in CodeTokens tokens, in TokenBefore before, int start, CodeLanguage language)
    {
        if (tokens.Word.Equals("Session", language == CodeLanguage.CSharp ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
        {
            // In ASP.NET a name is declared for one method, and the others go on using the session.
            _isOwn |= kind is (PageKind.Asp or PageKind.AspInclude) && SessionJudge.IsDeclared(tokens, before, language);
            // In global.asa only the session's own events have the object, and without sessions they just do not run.
            if (kind != PageKind.AspGlobal && SessionJudge.IsUse(tokens, before, language))
            {
                Add(Describe(tokens.Following), start + tokens.At);
            }
        }
        else if (hasEvents && Events.Length < MostEvents && EventName(tokens.Word) is { } name && before.IsWord("sub", "function", "void"))
        {
            Events = Events.Add(new SessionUse(name, lines.LineOf(start + tokens.At)));
        }
    }

    private static string? EventName(ReadOnlySpan<char> word)
    {
        string[] names = ["Session_OnStart", "Session_OnEnd", "Session_Start", "Session_End"];
        foreach (var name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }

    private static string Describe(ReadOnlySpan<char> following)
    {
        following = following is ['?', '.' or '[', ..] ? following[1..] : following;
        if (following is not ['.', ..])
        {
            return following switch { ['(', ..] => "Session(…)", ['[', ..] => "Session[…]", _ => "Session" };
        }

        var member = following[1..].TrimStart();
        var length = 0;
        while (length < member.Length && length < LongestMember && (char.IsAsciiLetterOrDigit(member[length]) || member[length] == '_'))
        {
            length++;
        }

        return length == 0 ? "Session" : $"Session.{member[..length]}";
    }

    private void Add(string what, int at)
    {
        _first ??= new SessionUse(what, lines.LineOf(at));
        _count++;
    }
}

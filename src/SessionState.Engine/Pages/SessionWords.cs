using System.Collections.Frozen;

namespace SessionState.Engine.Pages;

/// <summary>Words around the Session object.</summary>
internal static class SessionWords
{
    /// <summary>What may stand before <c>.Session</c> where that is the session of the request.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Owners { get; } = Set(
        "Current", "Context", "HttpContext", "Page", "ApplicationInstance", "this", "Me", "base", "MyBase", "MyClass");

    /// <summary>What declares a name in Basic and JScript: the page has a "Session" of its own then.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Declarations { get; } = Set(
        "dim", "redim", "class", "sub", "function", "property", "const", "private", "public", "friend", "static", "var");

    /// <summary>What stands before the name of a type or namespace.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeTypes { get; } = Set(
        "new", "as", "of", "end", "imports", "namespace", "implements", "inherits");

    /// <summary>The only words that stand before a value in C#; after any other one "Session" is declared, or a type.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeValues { get; } = Set(
        "return", "in", "case", "await", "else", "do", "throw", "and", "or", "not");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

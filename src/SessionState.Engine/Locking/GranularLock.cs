using System.Collections.Immutable;

namespace SessionState.Engine.Locking;

/// <summary>An attribute, element or item lock that binds a node's own web.config.</summary>
/// <param name="Kind">Which of the lock attributes.</param>
/// <param name="Element">The element that carries it: the section's own ("asp") or a child of it ("session").</param>
/// <param name="Names">The names in it; "*" is all; empty for <see cref="GranularLockKind.Item"/>.</param>
/// <param name="ConfigurationPath">The node it is set for; "" is the server. It binds the files of that node and below.</param>
/// <param name="File">The file that carries it; only files of lower levels are bound.</param>
/// <param name="Line">Line of the element, from 1.</param>
/// <param name="LocationPath">The location tag's path as written; null for content outside a location tag.</param>
public sealed record GranularLock(
    GranularLockKind Kind,
    string Element,
    ImmutableArray<string> Names,
    string ConfigurationPath,
    string File,
    int Line,
    string? LocationPath)
{
    /// <summary>The lock as it stands in the file: <c>lockAttributes="max,timeout"</c>.</summary>
    public string Text => Kind switch
    {
        GranularLockKind.Attributes => $"lockAttributes=\"{Joined}\"",
        GranularLockKind.AllAttributesExcept => $"lockAllAttributesExcept=\"{Joined}\"",
        GranularLockKind.Elements => $"lockElements=\"{Joined}\"",
        GranularLockKind.AllElementsExcept => $"lockAllElementsExcept=\"{Joined}\"",
        _ => "lockItem=\"true\"",
    };

    private string Joined => string.Join(',', Names);
}

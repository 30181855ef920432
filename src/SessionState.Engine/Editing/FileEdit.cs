using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>What a plan does to one file.</summary>
/// <param name="File">The file.</param>
/// <param name="IsNew">True where it does not exist yet.</param>
/// <param name="Before">Its text now; "" for a new one.</param>
/// <param name="Changes">The edit as changes to <paramref name="Before"/>.</param>
/// <param name="Source">The file as it is now, which knows how to encode it.</param>
public sealed record FileEdit(
    string File, bool IsNew, string Before, ImmutableArray<TextChange> Changes, SourceText Source)
{
    /// <summary>Its text after the edit.</summary>
    public string After => field ??= TextChanges.Apply(Before, Changes);

    /// <summary>The location tag that is all it touches; null where it touches more, or nobody looked.</summary>
    internal TouchedTag? Touched { get; init; }

    /// <summary>The bytes to write: <see cref="After"/> in the file's own encoding, with its byte order mark.</summary>
    public byte[] Encode() => Source.Encode(After);

    /// <summary>The same, copying what is outside the edit from the bytes of <see cref="Before"/>.</summary>
    /// <param name="before">The file's bytes as they are now.</param>
    public byte[] Encode(ReadOnlySpan<byte> before) => Source.Splice(before, Changes) ?? Encode();
}

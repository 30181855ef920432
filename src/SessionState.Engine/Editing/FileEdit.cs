using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>What a plan does to one file.</summary>
/// <param name="File">The file.</param>
/// <param name="IsNew">True where it does not exist yet.</param>
/// <param name="Before">Its text now; "" for a new one.</param>
/// <param name="After">Its text after the edit.</param>
/// <param name="Changes">The edit as changes to <paramref name="Before"/>.</param>
/// <param name="Source">The file as it is now, which knows how to encode it.</param>
public sealed record FileEdit(
    string File, bool IsNew, string Before, string After, ImmutableArray<TextChange> Changes, SourceText Source)
{
    /// <summary>The bytes to write: <see cref="After"/> in the file's own encoding, with its byte order mark.</summary>
    public byte[] Encode() => Source.Encode(After);
}

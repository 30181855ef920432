using System.Collections.Immutable;
using System.Text;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Text;

/// <summary>
/// A decoded file, with what is needed to write it back byte for byte. <c>Encode(Text)</c> gives the original bytes for every file that
/// can be decoded; a file for which that cannot be promised is refused.
/// </summary>
public sealed class SourceText
{
    private readonly SourceEncoding _encoding;

    private SourceText(string text, SourceEncoding encoding, ConfigurationFile? readAs = null) =>
        (Text, _encoding, ReadAs) = (text, encoding, readAs);

    /// <summary>A file that does not exist yet: no text, UTF-8 without a byte order mark.</summary>
    public static SourceText NewFile { get; } = new("", SourceEncoding.ForNewFile);

    /// <summary>The characters of the file without the byte order mark; line ends as they are.</summary>
    public string Text { get; }

    /// <summary>The encoding's registered name: <c>utf-8</c>, <c>utf-16</c> (little endian), <c>windows-1252</c>.</summary>
    public string EncodingName => _encoding.Encoding.WebName;

    /// <summary>Whether the file starts with a byte order mark.</summary>
    public bool HasByteOrderMark => _encoding.MarkLength > 0;

    /// <summary>The file that was read from this very text; null where that is not known.</summary>
    internal ConfigurationFile? ReadAs { get; }

    /// <summary>
    /// The same text with what is known of it already, so that a plan need not read all of it again. To be called only where the bytes are
    /// those that the file was read from, for example because their hashes are equal.
    /// </summary>
    public SourceText KnownAs(ConfigurationFile file) => new(Text, _encoding, file);

    /// <summary>
    /// Reads UTF-8 and UTF-16 with or without byte order mark, and single-byte encodings that the XML declaration names. Anything else is
    /// refused: null, and <paramref name="problem"/> says why (code <c>encoding</c>, or <c>malformed</c> for bytes that are no characters).
    /// </summary>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string file, out Diagnostic? problem)
    {
        if (SourceEncoding.Detect(bytes, out var refusal) is not { } encoding)
        {
            problem = new(DiagnosticSeverity.Error, DiagnosticCodes.Encoding, refusal!, file, 1, null, "Save the file as UTF-8.");
            return null;
        }

        var content = bytes[encoding.MarkLength..];
        string text;
        try
        {
            text = encoding.Encoding.GetString(content);
        }
        catch (DecoderFallbackException invalid)
        {
            problem = InvalidBytes(content, encoding, invalid, file);
            return null;
        }

        problem = text.IndexOf('\0') is >= 0 and var nul ? Nul(text, nul, file) : NotReversible(text, content, encoding, file);
        return problem is null ? new(text, encoding) : null;
    }

    /// <summary>Whether the bytes claim to be UTF-8; whether they keep to it is not looked at.</summary>
    internal static bool IsUtf8(ReadOnlySpan<byte> bytes) => SourceEncoding.Detect(bytes, out _) is { IsUtf8: true };

    /// <summary>
    /// The bytes of <paramref name="text"/> in this file's encoding, with its byte order mark. A character that the encoding lacks is
    /// written as an XML character reference.
    /// </summary>
    /// <exception cref="ArgumentException">The text holds half a character (a lone surrogate).</exception>
    public byte[] Encode(string text)
    {
        var mark = _encoding.Mark;
        var bytes = GC.AllocateUninitializedArray<byte>(ByteCount(text));
        mark.CopyTo(bytes);
        _encoding.Encoding.GetBytes(text, bytes.AsSpan(mark.Length));
        return bytes;
    }

    /// <summary>The bytes of the text after a change: those before it, but for the change. Null where there is more than one.</summary>
    internal byte[]? Splice(ReadOnlySpan<byte> bytes, ImmutableArray<TextChange> changes)
    {
        if (changes is not [var only])
        {
            return null;
        }

        var start = _encoding.MarkLength + _encoding.Encoding.GetByteCount(Text.AsSpan(0, only.Span.Start));
        var end = start + _encoding.Encoding.GetByteCount(Text.AsSpan(only.Span.Start, only.Span.Length));
        return [.. bytes[..start], .. _encoding.Encoding.GetBytes(only.NewText), .. bytes[end..]];
    }

    /// <summary>The length of <see cref="Encode(string)"/>.</summary>
    internal int ByteCount(string text) => _encoding.MarkLength + _encoding.Encoding.GetByteCount(text);

    /// <summary>The text as it will read once written: characters that the encoding lacks are character references.</summary>
    public string Encodable(string newText) => _encoding.Encoding.GetString(_encoding.Encoding.GetBytes(newText));

    private static Diagnostic InvalidBytes(
        ReadOnlySpan<byte> content, SourceEncoding encoding, DecoderFallbackException invalid, string file)
    {
        var index = Math.Clamp(invalid.Index, 0, content.Length);
        var before = SourceEncoding.Lenient(encoding.Encoding).GetString(content[..index]);
        var name = encoding.Encoding.WebName.ToUpperInvariant();
        return Malformed(before, file, $"The bytes at offset {encoding.MarkLength + index} are no character in {name}.");
    }

    private static Diagnostic Nul(string text, int index, string file) =>
        Malformed(text[..index], file, "The file holds a NUL character, which XML does not allow.");

    private static Diagnostic? NotReversible(string text, ReadOnlySpan<byte> content, SourceEncoding encoding, string file) =>
        !encoding.Encoding.IsSingleByte || content.SequenceEqual(encoding.Encoding.GetBytes(text)) ? null
            : Malformed("", file, $"The file holds bytes that have no meaning in {encoding.Encoding.WebName}.");

    private static Diagnostic Malformed(string textBefore, string file, string message)
    {
        var place = new LineMap(textBefore).PositionOf(textBefore.Length);
        return new(DiagnosticSeverity.Error, DiagnosticCodes.Malformed, message, file, place.Line, place.Column,
            "Save the file in the encoding that its first line declares (UTF-8 where it declares none).");
    }
}

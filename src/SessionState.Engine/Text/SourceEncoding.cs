using System.Text;

namespace SessionState.Engine.Text;

/// <summary>
/// How the bytes of a file stand for characters: by byte order mark, by the first bytes, by the XML declaration, in that order
/// (XML 1.0, appendix F). Only encodings that give every file back byte for byte are accepted.
/// </summary>
internal sealed record SourceEncoding(Encoding Encoding, int MarkLength)
{
    private const int HeadBytes = 400;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>What a new file is written in: UTF-8 without a byte order mark, as IIS writes its own files.</summary>
    public static SourceEncoding ForNewFile { get; } = new(Utf8, 0);

    public bool IsUtf8 => Encoding == Utf8;

    public ReadOnlySpan<byte> Mark => Encoding.Preamble[..MarkLength];

    /// <summary>The encoding, or null and a sentence why the file cannot be read.</summary>
    public static SourceEncoding? Detect(ReadOnlySpan<byte> bytes, out string? problem)
    {
        if (Unsupported(bytes) is { } family)
        {
            problem = $"The file is written in {family}, which IIS does not read.";
            return null;
        }

        var found = Detect(bytes);
        var declared = Declared(found, bytes[found.MarkLength..]);
        return declared is null || Matches(declared, found.Encoding) ? Accept(found, out problem)
            : found.Encoding != Utf8 || found.MarkLength > 0 || declared.StartsWith("utf-16", StringComparison.Ordinal)
                ? Contradiction(declared, found, out problem)
                : ByDeclaration(declared, out problem);
    }

    // What matters of a declaration is ASCII, so that the usual file needs no decoder for it.
    private static string? Declared(SourceEncoding found, ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        if (!found.IsUtf8)
        {
            return EncodingDeclaration.Read(Lenient(found.Encoding).GetString(head));
        }

        var end = head.StartsWith("<?xml"u8) ? head.IndexOf("?>"u8) : 0;
        return end == 0 ? null : EncodingDeclaration.Read(Encoding.Latin1.GetString(end < 0 ? head : head[..end]));
    }

    /// <summary>The same encoding, reading what is wrong as U+FFFD.</summary>
    public static Encoding Lenient(Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    private static string? Unsupported(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? "UTF-32"
        : bytes.StartsWith<byte>([0x3C, 0, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0, 0x3C]) ? "UTF-32"
        : bytes.StartsWith("+/v"u8) ? "UTF-7"
        : bytes.StartsWith<byte>([0x4C, 0x6F, 0xA7, 0x94]) ? "EBCDIC"
        : null;

    private static SourceEncoding Detect(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? new(Utf8, 3)
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? new(Utf16, 2)
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? new(Utf16BigEndian, 2)
        : bytes.StartsWith<byte>([0x3C, 0]) ? new(Utf16, 0)
        : bytes.StartsWith<byte>([0, 0x3C]) ? new(Utf16BigEndian, 0)
        : new(Utf8, 0);

    private static bool Matches(string declared, Encoding encoding) =>
        encoding == Utf8 ? declared is "utf-8" or "utf8"
        : declared is "utf-16" or "ucs-2" or "iso-10646-ucs-2" || declared == (encoding == Utf16 ? "utf-16le" : "utf-16be");

    private static SourceEncoding Accept(SourceEncoding encoding, out string? problem)
    {
        problem = null;
        return encoding;
    }

    private static SourceEncoding? Contradiction(string declared, SourceEncoding found, out string? problem)
    {
        problem = $"The file declares the encoding '{declared}', but its bytes are {found.Encoding.WebName.ToUpperInvariant()}.";
        return null;
    }

    private static SourceEncoding? ByDeclaration(string declared, out string? problem)
    {
        var encoding = SingleByteEncoding.Find(declared);
        problem = encoding is null ? $"The file declares the encoding '{declared}', which cannot be edited safely." : null;
        return encoding is null ? null : new(encoding, 0);
    }
}

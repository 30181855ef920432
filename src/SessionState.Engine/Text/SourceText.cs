using System.Text;

namespace SessionState.Engine.Text;

/// <summary>A decoded file: its text, and everything needed to write it back byte for byte.</summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Encoding _encoding;

    private SourceText(string text, Encoding encoding, bool hasByteOrderMark)
    {
        Text = text;
        _encoding = encoding;
        HasByteOrderMark = hasByteOrderMark;
    }

    /// <summary>The characters, without the byte order mark.</summary>
    public string Text { get; }

    /// <summary>Name of the encoding for people, such as "utf-8".</summary>
    public string EncodingName => _encoding.WebName;

    /// <summary>Whether the file starts with a byte order mark, which is kept when writing.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Decodes a file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="file">Its name, for the diagnostic.</param>
    /// <param name="problem">Why it could not be decoded; null on success.</param>
    /// <returns>The text; null where the bytes are not in an encoding we read.</returns>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string file, out Diagnostic? problem)
    {
        problem = null;
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => new SourceText(_strictUtf8.GetString(rest), _strictUtf8, true),
                [0xFF, 0xFE, .. var rest] => new SourceText(Encoding.Unicode.GetString(rest), Encoding.Unicode, true),
                [0xFE, 0xFF, .. var rest] => new SourceText(Encoding.BigEndianUnicode.GetString(rest), Encoding.BigEndianUnicode, true),
                _ when DeclaresLatin1(bytes) => new SourceText(Encoding.Latin1.GetString(bytes), Encoding.Latin1, false),
                _ => new SourceText(_strictUtf8.GetString(bytes), _strictUtf8, false),
            };
        }
        catch (DecoderFallbackException)
        {
            problem = Diagnostic.Error(
                DiagnosticCodes.Encoding,
                $"The file {file} is not in the encoding it claims.",
                file,
                null,
                "Save the file as UTF-8.");
            return null;
        }
    }

    /// <summary>The bytes of another text in this file's encoding, with this file's byte order mark.</summary>
    public byte[] Encode(string text)
    {
        byte[] mark = HasByteOrderMark
            ? _encoding.CodePage switch { 1200 => [0xFF, 0xFE], 1201 => [0xFE, 0xFF], _ => [0xEF, 0xBB, 0xBF] }
            : [];
        return [.. mark, .. _encoding.GetBytes(text)];
    }

    private static bool DeclaresLatin1(ReadOnlySpan<byte> bytes)
    {
        var declaration = bytes[..Math.Min(bytes.Length, 100)];
        var end = declaration.IndexOf("?>"u8);
        return end > 0 && Encoding.ASCII.GetString(declaration[..end]).Contains("iso-8859-1", StringComparison.OrdinalIgnoreCase);
    }
}

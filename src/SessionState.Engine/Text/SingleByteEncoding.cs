using System.Text;

namespace SessionState.Engine.Text;

/// <summary>Old encodings with one byte a character that agree with ASCII, such as iso-8859-1 and windows-1252.</summary>
internal static class SingleByteEncoding
{
    private static readonly byte[] Ascii = [.. "\t\n\r"u8, .. Enumerable.Range(0x20, 0x5F).Select(code => (byte)code)];

    /// <summary>The encoding of that name; null: unknown, several bytes a character (shift_jis), or not like ASCII (EBCDIC).</summary>
    public static Encoding? Find(string name)
    {
        var known = name switch
        {
            "us-ascii" or "ascii" => Encoding.ASCII,
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name),
        };
        return known is { IsSingleByte: true } && AgreesWithAscii(known) ? Strict(known) : null;
    }

    private static bool AgreesWithAscii(Encoding encoding) => encoding.GetString(Ascii) == Encoding.ASCII.GetString(Ascii);

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        strict.EncoderFallback = new CharacterReferenceFallback();
        return strict;
    }
}

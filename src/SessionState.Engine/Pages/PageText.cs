using System.Text;

namespace SessionState.Engine.Pages;

/// <summary>
/// Decodes a page as far as it matters here. Everything we look for is ASCII, so that a page in any code page, which only its server knows,
/// may be read byte by byte; never back to bytes, and never refused.
/// </summary>
internal static class PageText
{
    internal static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes[2..])
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : bytes.StartsWith<byte>([0x3C, 0]) ? Encoding.Unicode.GetString(bytes)
        : bytes.StartsWith<byte>([0, 0x3C]) ? Encoding.BigEndianUnicode.GetString(bytes)
        : bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? Encoding.UTF8.GetString(bytes[3..])
        : Encoding.Latin1.GetString(bytes);
}

using System.Buffers;
using System.Text;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Lines that end in LF, the last one too; nothing else is a line end.</summary>
/// <param name="stream">The bytes.</param>
internal sealed class StrictLines(Stream stream)
{
    private const int MaxLength = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly byte[] _block = new byte[1 << 13];
    private int _next;
    private int _end;

    /// <summary>False where the file ended inside a line.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The next line; null at the end, and where it is no UTF-8.</summary>
    public string? Read()
    {
        try
        {
            return ReadBytes() is { } bytes ? Strict.GetString(bytes) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public byte[]? ReadBytes()
    {
        _line.ResetWrittenCount();
        while (_line.WrittenCount < MaxLength && Fill())
        {
            var rest = _block.AsSpan(_next, _end - _next);
            var length = rest.IndexOf((byte)'\n');
            _line.Write(length < 0 ? rest : rest[..length]);
            _next += length < 0 ? rest.Length : length + 1;
            if (length >= 0)
            {
                return _line.WrittenSpan.ToArray();
            }
        }

        IsWhole = _line.WrittenCount == 0;
        return null;
    }

    private bool Fill()
    {
        if (_next == _end)
        {
            (_next, _end) = (0, stream.Read(_block));
        }

        return _end > 0;
    }
}

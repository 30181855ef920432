using System.Buffers;
using System.Text;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Lines that end in LF, the last one too; nothing else is a line end.</summary>
/// <param name="stream">The bytes; buffered, because they are taken one by one.</param>
internal sealed class StrictLines(Stream stream)
{
    private const int MaxLength = 16 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>False where the file ended inside a line.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The next line; null at the end, and where it is no UTF-8.</summary>
    public string? Read()
    {
        try
        {
            return ReadBytes() is { } bytes ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public byte[]? ReadBytes()
    {
        _line.ResetWrittenCount();
        for (var value = stream.ReadByte(); value >= 0 && _line.WrittenCount < MaxLength; value = stream.ReadByte())
        {
            if (value == '\n')
            {
                return _line.WrittenSpan.ToArray();
            }

            _line.Write([(byte)value]);
        }

        IsWhole = _line.WrittenCount == 0;
        return null;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>Reads what a hub sends: arrays, maps, text, numbers. Bytes become null.</summary>
internal ref struct MessagePackReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    public object? Read()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            <= 0x7f => (long)kind,
            <= 0x8f => ReadMap(kind & 0x0f),
            <= 0x9f => ReadArray(kind & 0x0f),
            <= 0xbf => ReadText(kind & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Skip(ReadNumber(1)),
            0xc5 => Skip(ReadNumber(2)),
            0xc6 => Skip(ReadNumber(4)),
            0xcc or 0xd0 => ReadNumber(1),
            0xcd or 0xd1 => ReadNumber(2),
            0xce or 0xd2 => ReadNumber(4),
            0xcf or 0xd3 => ReadNumber(8),
            0xca => Skip(4),
            0xcb => Skip(8),
            0xd9 => ReadText(ReadNumber(1)),
            0xda => ReadText(ReadNumber(2)),
            0xdb => ReadText(ReadNumber(4)),
            0xdc => ReadArray(ReadNumber(2)),
            0xdd => ReadArray(ReadNumber(4)),
            0xde => ReadMap(ReadNumber(2)),
            >= 0xe0 => (long)(sbyte)kind,
            _ => throw new FormatException($"There is no reading of 0x{kind:x2}."),
        };
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private object? Skip(long count)
    {
        Take(count);
        return null;
    }

    private long ReadNumber(int bytes)
    {
        Span<byte> wide = stackalloc byte[8];
        Take(bytes).CopyTo(wide[(8 - bytes)..]);
        return BinaryPrimitives.ReadInt64BigEndian(wide);
    }

    private string ReadText(long length) => Encoding.UTF8.GetString(Take(length));

    private object?[] ReadArray(long count)
    {
        var items = new object?[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = Read();
        }

        return items;
    }

    private object? ReadMap(long count)
    {
        for (var index = 0; index < count * 2; index++)
        {
            Read();
        }

        return null;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace SessionState.Dashboard.Tests.Circuits;

/// <summary>As much of MessagePack as a hub message needs.</summary>
internal static class MessagePackWriter
{
    /// <summary>An invocation, with its length in front.</summary>
    public static byte[] Invocation(string? id, string target, object?[] arguments)
    {
        var body = new MemoryStream();
        body.Write([0x96, 0x01, 0x80]);
        Write(body, id);
        Write(body, target);
        Write(body, arguments);
        body.WriteByte(0x90);
        return [.. Length((int)body.Length), .. body.ToArray()];
    }

    private static void Write(MemoryStream output, object? value)
    {
        switch (value)
        {
            case null:
                output.WriteByte(0xc0);
                break;
            case bool flag:
                output.WriteByte(flag ? (byte)0xc3 : (byte)0xc2);
                break;
            case int number:
                output.WriteByte(0xd2);
                WriteInt32(output, number);
                break;
            case long number:
                output.WriteByte(0xd3);
                WriteInt32(output, (int)(number >> 32));
                WriteInt32(output, (int)number);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                output.WriteByte(0xdb);
                WriteInt32(output, bytes.Length);
                output.Write(bytes);
                break;
            case object?[] items:
                output.WriteByte(0xdd);
                WriteInt32(output, items.Length);
                Array.ForEach(items, item => Write(output, item));
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} cannot be written.", nameof(value));
        }
    }

    private static void WriteInt32(MemoryStream output, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        output.Write(bytes);
    }

    private static IEnumerable<byte> Length(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}

using System.Text;

namespace SessionState.Fuzz.Running;

/// <summary>Makes new inputs of known ones. The same seed gives the same inputs.</summary>
internal sealed class Mutator(string[] dictionary, int seed)
{
    private const int Longest = 20_000;

    private readonly Random _random = new(seed);

    public byte[] Mutate(IReadOnlyList<byte[]> corpus)
    {
        var bytes = new List<byte>(Pick(corpus));
        for (var steps = 1 + _random.Next(4); steps > 0; steps--)
        {
            Step(bytes, corpus);
        }

        return [.. bytes.Take(Longest)];
    }

    private void Step(List<byte> bytes, IReadOnlyList<byte[]> corpus)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 40), bytes.Count - at);
        switch (_random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                var other = Pick(corpus);
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other[_random.Next(other.Length + 1)..]);
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(dictionary[_random.Next(dictionary.Length)]));
                break;
        }
    }

    private byte[] Pick(IReadOnlyList<byte[]> corpus) => corpus[_random.Next(corpus.Count)];
}

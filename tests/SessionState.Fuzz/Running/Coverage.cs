using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace SessionState.Fuzz.Running;

/// <summary>Which branches an input took, and whether any input before took them as often.</summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;

    private static readonly byte* Taken = (byte*)NativeMemory.AllocZeroed(Size);

    private readonly byte[] _known = new byte[Size];

    /// <summary>To be called before anything instrumented runs: it writes there without asking.</summary>
    public static void Attach() => Trace.SharedMem = Taken;

    /// <summary>Number of branches that any input took.</summary>
    public int Branches => _known.Count(counts => counts != 0);

    public static void Start()
    {
        new Span<byte>(Taken, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether this input took a branch that none took, or more often: once, twice, up to four times …</summary>
    public bool IsNews()
    {
        var news = false;
        for (var i = 0; i < Size; i++)
        {
            if (Taken[i] != 0)
            {
                var count = (byte)(1 << BitOperations.Log2(Taken[i]));
                news |= (_known[i] & count) == 0;
                _known[i] |= count;
            }
        }

        return news;
    }
}

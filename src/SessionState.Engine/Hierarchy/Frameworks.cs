using System.Collections.Concurrent;
using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>The .NET Framework folders of a server, and which of them an application pool runs.</summary>
internal sealed class Frameworks
{
    private static readonly FrameworkFiles BuiltIn = new(null, null, null, null);

    /// <summary>The version of a pool that names none.</summary>
    internal const string UsualVersion = "v4.0";

    // What IIS sets up by itself; a pool that the file does not describe is taken for it.
    private static readonly ApplicationPool Usual = new("", UsualVersion, null, null, 0);

    private readonly ConcurrentDictionary<string, sbyte> _byPool = new(StringComparer.OrdinalIgnoreCase);
    private readonly ApplicationPools? _pools;

    internal Frameworks(ImmutableArray<FrameworkFiles> files, ApplicationPools? pools)
    {
        Files = files;
        _pools = pools;
        Levels = [.. files.Append(BuiltIn).Select((one, index) => new FrameworkLevel(one, index))];
        Default = IndexOf(Usual);
    }

    /// <summary>What was found.</summary>
    internal ImmutableArray<FrameworkFiles> Files { get; }

    /// <summary>One level for each, and a last one without files for pools that fit none.</summary>
    internal ImmutableArray<FrameworkLevel> Levels { get; }

    /// <summary>The one that the server's own level is shown for: v4.0, 64-bit.</summary>
    internal sbyte Default { get; }

    /// <summary>What is wrong in the files.</summary>
    internal IEnumerable<Diagnostic> Diagnostics => Levels
        .SelectMany(level => level.Files.Notes.Concat(level.Levels.SelectMany(one => one.File.Diagnostics)));

    /// <summary>The level of a pool, by name; null for no pool.</summary>
    internal sbyte Of(string? pool) => pool is null || Files.IsEmpty ? Default
        : _byPool.GetOrAdd(pool, static (name, self) => self.IndexOf(self._pools?.Find(name) ?? Usual), this);

    private sbyte IndexOf(ApplicationPool pool)
    {
        // Where no managed code runs, the files that it would read are those of the usual version.
        var asked = pool.ManagedRuntimeVersion is null or "" ? pool with { ManagedRuntimeVersion = Usual.ManagedRuntimeVersion } : pool;
        var exact = Find(asked);

        // On 32-bit Windows there is only the one folder, for pools that say nothing about bitness.
        var index = exact >= 0 || Files.Any(files => files.Is64Bit == true) ? exact : Find(asked with { Is32Bit = true });
        return (sbyte)(index >= 0 ? index : Files.Length);
    }

    private int Find(ApplicationPool pool)
    {
        for (var i = 0; i < Files.Length; i++)
        {
            if (Files[i].Fits(pool))
            {
                return i;
            }
        }

        return -1;
    }
}

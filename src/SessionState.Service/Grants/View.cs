using System.Collections.Immutable;

namespace SessionState.Service.Grants;

/// <summary>The places that somebody may see, as few as describe them. The way down to them is shown bare; the rest is as if it were not there.</summary>
internal sealed class View
{
    private View(ImmutableArray<Scope> scopes) => Scopes = scopes;

    public static View Nothing { get; } = new([]);

    public static View Everything { get; } = new([Scope.Server]);

    /// <summary>None of them holds another one; in the order of their paths.</summary>
    public ImmutableArray<Scope> Scopes { get; }

    public bool IsEverything => Scopes is [{ IsServer: true }];

    public bool IsNothing => Scopes.IsEmpty;

    public static View Of(IEnumerable<Scope> scopes)
    {
        var kept = new List<Scope>();
        foreach (var scope in scopes.OrderBy(scope => scope.Path.Length).ThenBy(scope => scope.Path, StringComparer.OrdinalIgnoreCase))
        {
            if (!kept.Exists(held => held.Holds(scope)))
            {
                kept.Add(scope);
            }
        }

        return kept is [{ IsServer: true }] ? Everything
            : new([.. kept.OrderBy(scope => scope.Path, StringComparer.OrdinalIgnoreCase)]);
    }

    public bool Holds(string path)
    {
        foreach (var scope in Scopes)
        {
            if (scope.Holds(path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the way to a visible place leads through this path, which itself is not visible.</summary>
    public bool LeadsThrough(string path)
    {
        var leads = false;
        foreach (var scope in Scopes)
        {
            if (scope.Holds(path))
            {
                return false;
            }

            leads |= scope.IsBelow(path);
        }

        return leads;
    }

    /// <summary>The same view has the same text.</summary>
    public override string ToString() => string.Join('\n', Scopes.Select(scope => scope.Path.ToLowerInvariant()));
}

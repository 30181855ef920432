namespace SessionState.Service.Grants;

/// <summary>
/// A place with everything below it: "" is the whole server, else a site, or an application or folder of it. Places are compared segment
/// by segment and without regard to case, as IIS compares names: Site1 holds SITE1/app and not Site10.
/// </summary>
internal readonly record struct Scope(string Path)
{
    public static Scope Server { get; } = new("");

    public bool IsServer => Path.Length == 0;

    /// <summary>For people.</summary>
    public string Name => IsServer ? "the whole server" : Path;

    public bool Holds(string path) => IsServer || (StartsPath(path) && (path.Length == Path.Length || path[Path.Length] == '/'));

    public bool Holds(Scope other) => Holds(other.Path);

    /// <summary>Whether the path is above this place, so that the way to it leads through there.</summary>
    public bool IsBelow(string path) => path.Length < Path.Length && new Scope(path).Holds(Path);

    public bool Equals(Scope other) => Path.Equals(other.Path, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Path);

    public override string ToString() => Name;

    private bool StartsPath(string path) => path.StartsWith(Path, StringComparison.OrdinalIgnoreCase);
}

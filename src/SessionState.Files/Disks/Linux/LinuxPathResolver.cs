using System.Text;

namespace SessionState.Files.Disks.Linux;

/// <summary>Finds the true path of a file or folder: link by link, and by another letter case where no name fits exactly.</summary>
internal sealed class LinuxPathResolver(PathCache cache)
{
    private const int MostLinks = 40;

    private readonly uint _ourselves = LibC.EffectiveUser();
    private int _links;

    public string? Resolve(string path, out DiskProblem problem)
    {
        problem = DiskProblem.None;
        if (cache.Resolved.TryGetValue(path, out var known))
        {
            return known;
        }

        var end = path.TrimEnd('/').Length;
        if (end == 0)
        {
            return "/";
        }

        var slash = path.LastIndexOf('/', end - 1);
        var parent = Resolve(path[..Math.Max(slash, 1)], out problem);
        if (parent is null)
        {
            return null;
        }

        var resolved = ResolveName(parent, path[(slash + 1)..end], out problem);
        if (resolved is not null)
        {
            cache.Resolved[path] = resolved;
        }

        return resolved;
    }

    private string? ResolveName(string parent, string name, out DiskProblem problem)
    {
        problem = DiskProblem.None;
        switch (name)
        {
            case "" or ".":
                return parent;
            case "..":
                return parent.LastIndexOf('/') is > 0 and var slash ? parent[..slash] : "/";
        }

        if (Stat(Join(parent, name), out var error) is { } exact)
        {
            return exact.IsLink ? Follow(parent, name, exact, out problem) : Join(parent, name);
        }

        if (error is not Errors.NoEntry)
        {
            problem = Errors.Problem(error);
            return null;
        }

        if (NamesIn(parent).TryGetValue(name, out var spelled) && Stat(Join(parent, spelled), out error) is { } other)
        {
            return other.IsLink ? Follow(parent, spelled, other, out problem) : Join(parent, spelled);
        }

        problem = DiskProblem.Missing;
        return null;
    }

    private unsafe string? Follow(string parent, string name, StatX link, out DiskProblem problem)
    {
        problem = DiskProblem.Link;
        const int MostBytes = 4096;
        var target = stackalloc byte[MostBytes];
        if ((link.User != 0 && link.User != _ourselves) || ++_links > MostLinks)
        {
            return null;
        }

        var length = LibC.ReadLinkAt(LibC.CurrentDirectory, Join(parent, name), target, MostBytes);
        if (length is <= 0 or MostBytes)
        {
            return null;
        }

        var path = Encoding.UTF8.GetString(target, (int)length);
        return Resolve(path.StartsWith('/') ? path : Join(parent, path), out problem);
    }

    private Dictionary<string, string> NamesIn(string folder)
    {
        if (!cache.Names.TryGetValue(folder, out var names))
        {
            var entries = new List<FolderEntry>();
            using var opened = LinuxFolder.Open(LibC.CurrentDirectory, folder, folder, LibC.FSync, out _);
            opened?.List(_ => true, entries);
            names = new(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                names.TryAdd(entry.Name, entry.Name);
            }

            cache.Names.Add(folder, names);
        }

        return names;
    }

    private static unsafe StatX? Stat(string path, out int error)
    {
        StatX stat;
        var result = LibC.StatX(LibC.CurrentDirectory, path, StatX.NoFollow, StatX.BasicMask, &stat);
        error = Errors.Last;
        return result == 0 ? stat : null;
    }

    private static string Join(string folder, string name) => folder == "/" ? "/" + name : folder + "/" + name;
}

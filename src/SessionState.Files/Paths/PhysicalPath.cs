using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SessionState.Files.Paths;

/// <summary>
/// A physical path of the configuration, understood as Windows does and without touching any disk: its kind, where it starts and its names.
/// Both slashes count alike, <c>.</c> and <c>..</c> are worked out, and blanks and dots at the end of names are dropped, as Windows does
/// before it looks at a disk. (Microsoft, "Naming Files, Paths, and Namespaces" and "File path formats on Windows systems".)
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Root"><c>C:</c>, <c>\\server\share</c>, or "" for a posix path; meaningless for other kinds.</param>
/// <param name="Names">The names after the root, without <c>.</c> and <c>..</c>.</param>
internal sealed partial record PhysicalPath(PhysicalPathKind Kind, string Root, ImmutableArray<string> Names)
{
    /// <summary>That, and what <see cref="Parse"/> has to look at.</summary>
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. "\"<>|?*%\\"]);

    private static readonly char[] Slashes = ['\\', '/'];

    /// <summary>What no name holds: control characters and the signs that Windows forbids.</summary>
    private static readonly SearchValues<char> Impossible =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. "\"<>|?*"]);

    /// <summary>True for a path that says where it starts, so that a path map may lead it to a folder of this machine.</summary>
    public bool IsWhole => Kind is PhysicalPathKind.Drive or PhysicalPathKind.Posix or PhysicalPathKind.Network;

    public static PhysicalPath Parse(string text)
    {
        var path = text.Replace('/', '\\');
        if (path.AsSpan().ContainsAny(Impossible) && !IsDevicePrefix(path))
        {
            return Of(PhysicalPathKind.Invalid);
        }

        return path switch
        {
            _ when IsDevicePrefix(path) => Of(PhysicalPathKind.Device),
            _ when path.Contains('%', StringComparison.Ordinal) && VariablePattern.IsMatch(path) => Of(PhysicalPathKind.UnknownVariable),
            ['\\', '\\', ..] => ParseNetwork(path),
            [var drive, ':', '\\', ..] when char.IsAsciiLetter(drive) => ParseDrive(path),
            [var drive, ':', ..] when char.IsAsciiLetter(drive) => Of(PhysicalPathKind.DriveRelative),
            ['\\', ..] => text[0] is '/' && !OperatingSystem.IsWindows() ? ParsePosix(text) : Of(PhysicalPathKind.DriveRelative),
            _ => Of(PhysicalPathKind.Relative),
        };
    }

    /// <summary>
    /// True for a posix path that <see cref="Parse"/> would give back unchanged. There can be a hundred thousand, so this is without the
    /// work.
    /// </summary>
    public static bool IsPlainPosix(string text) =>
        text is ['/', .., not '/'] && !OperatingSystem.IsWindows()
        && !text.AsSpan().ContainsAny(Special)
        && !text.Contains("//", StringComparison.Ordinal)
        && !text.Contains("/.", StringComparison.Ordinal);

    /// <summary>The path as Windows writes it, or as a posix path.</summary>
    public override string ToString() =>
        Kind is PhysicalPathKind.Posix ? "/" + string.Join('/', Names) : $"{Root}\\{string.Join('\\', Names)}";

    private static PhysicalPath ParseDrive(string path)
    {
        if (path.AsSpan(2).Contains(':'))
        {
            return Of(PhysicalPathKind.AlternateStream);
        }

        return Judge(new(PhysicalPathKind.Drive, path[..2].ToUpperInvariant(), Fold(path[3..], trimEnds: true)));
    }

    private static PhysicalPath ParseNetwork(string path)
    {
        var names = Fold(path[2..], trimEnds: true);
        return path.Contains(':', StringComparison.Ordinal) ? Of(PhysicalPathKind.AlternateStream)
            : names.Length < 2 ? new(PhysicalPathKind.Network, path, [])
            : Judge(new(PhysicalPathKind.Network, $@"\\{names[0]}\{names[1]}", names[2..]));
    }

    private static PhysicalPath Judge(PhysicalPath path) =>
        path.Names.Any(IsDeviceName) ? Of(PhysicalPathKind.Device)
        : path.Names.Any(IsShortName) ? Of(PhysicalPathKind.ShortName)
        : path;

    private static PhysicalPath ParsePosix(string text) => new(PhysicalPathKind.Posix, "", Fold(text, trimEnds: false));

    private static ImmutableArray<string> Fold(string path, bool trimEnds)
    {
        var names = new List<string>();
        foreach (var part in path.Split(Slashes, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "..")
            {
                names.RemoveRange(Math.Max(0, names.Count - 1), Math.Min(1, names.Count));
            }
            else if ((trimEnds ? part.TrimEnd(' ', '.') : part) is var name and not ("" or "."))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }

    private static bool IsDevicePrefix(string path) =>
        path.StartsWith(@"\\?\", StringComparison.Ordinal)
        || path.StartsWith(@"\\.\", StringComparison.Ordinal)
        || path.StartsWith(@"\??\", StringComparison.Ordinal);

    private static bool IsDeviceName(string name) => DeviceNamePattern.IsMatch(name);

    private static bool IsShortName(string name) => name.Contains('~', StringComparison.Ordinal) && ShortNamePattern.IsMatch(name);

    private static PhysicalPath Of(PhysicalPathKind kind) => new(kind, "", []);

    [GeneratedRegex(@"%[^%\\]+%")]
    private static partial Regex VariablePattern { get; }

    [GeneratedRegex(
        @"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(\..*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceNamePattern { get; }

    [GeneratedRegex(@"^[^.~]{1,6}~[0-9]{1,6}(\.[^.]{0,3})?$")]
    private static partial Regex ShortNamePattern { get; }
}

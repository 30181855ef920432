using System.Text;
using SessionState.Engine.Hierarchy;
using SessionState.Files.Paths;

namespace SessionState.Fuzz.Targets;

/// <summary>A physical path: whatever is let through is whole, plain, the same when read again, and below what it is mapped to.</summary>
internal static class PathTarget
{
    private const string Mapped = "/srv/mapped";

    private static readonly PathMap Map = new([new(@"C:\inetpub", Mapped), new(@"\\filer\share", Mapped)]);

    private static readonly Dictionary<string, string> Variables = new() { ["SystemDrive"] = "C:", ["windir"] = @"C:\Windows" };

    public static FuzzTarget Target { get; } = new(
        "path",
        [
            @"C:\inetpub\", @"c:/INETPUB/", @"\\filer\share\", @"\\?\UNC\", @"\\.\pipe\", @"\??\", "GLOBALROOT", "::$DATA", ":x", "..\\", "../", ".",
            " ", "CON", "NUL.txt", "COM1", "PROGRA~1", "%SystemDrive%", "%EVIL%", "%", "\0", "\n", "*", "/srv/", "//",
        ],
        Check);

    private static void Check(byte[] bytes)
    {
        var text = PathVariables.Expand(Encoding.UTF8.GetString(bytes), Variables);
        var path = PhysicalPath.Parse(text);
        Hold.That(!PhysicalPath.IsPlainPosix(text) || PhysicalPath.Parse(text).ToString() == text, "a plain posix path is given back");
        if (!path.IsWhole)
        {
            Hold.That(Map.Map(path) is null, "what is not whole leads nowhere");
            return;
        }

        Hold.That(path.Names.All(name => name is not ("" or "." or "..") && !name.ContainsAny(['/', '\\'])), "names are plain");
        Hold.That(path.Kind is PhysicalPathKind.Posix || path.Names.All(IsWindowsName), "names are those of files");
        var again = PhysicalPath.Parse(path.ToString());
        Hold.That(path.Names.IsEmpty || (again.Kind == path.Kind && again.Names.SequenceEqual(path.Names)), "read again it is the same");
        Hold.That(
            Map.Map(path) is not { } mapped || mapped == Mapped || Path.GetFullPath(mapped).StartsWith(Mapped + "/", StringComparison.Ordinal),
            "a mapped path is below its folder");
    }

    private static bool IsWindowsName(string name) =>
        !name.Contains(':', StringComparison.Ordinal) && name == name.TrimEnd('.', ' ') && !name.StartsWith("CON.", StringComparison.OrdinalIgnoreCase);
}

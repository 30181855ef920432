using System.Globalization;
using System.Text;

namespace SessionState.Service.Diffs;

/// <summary>A file's path in the head of a diff: from the root of its drive, with slashes, quoted as git quotes names.</summary>
internal static class PatchPath
{
    public static string Quoted(string prefix, string file)
    {
        var path = file.Replace('\\', '/');
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        path = prefix + (colon == 1 ? path[2..] : path).TrimStart('/');
        return path.All(character => character is >= ' ' and <= '~' and not ('"' or '\\')) ? path : $"\"{Escape(path)}\"";
    }

    /// <summary>Where a name may be followed by a time, one with blanks is ended by a tabulator.</summary>
    public static string InHead(string quoted) =>
        quoted[0] != '"' && quoted.Contains(' ', StringComparison.Ordinal) ? quoted + "\t" : quoted;

    private static string Escape(string path)
    {
        var escaped = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(path))
        {
            _ = one is (byte)'"' or (byte)'\\' ? escaped.Append('\\').Append((char)one)
                : one is >= (byte)' ' and <= (byte)'~' ? escaped.Append((char)one)
                : escaped.Append('\\').Append(Convert.ToString(one, 8).PadLeft(3, '0').ToString(CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}

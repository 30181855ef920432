using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>A comparison as a table for spreadsheets.</summary>
public static class CompareCsv
{
    public static string Write(Comparison comparison, bool all)
    {
        IEnumerable<string[]> lines =
        [
            ["Kind", "Name", Name(comparison.A.Path), "Source", Name(comparison.B.Path), "Source", "Differs"],
            .. comparison.Settings.Where(setting => all || setting.Differs).Select(setting => new[]
            {
                "setting", setting.A.Setting, setting.ValueOfA, NodeText.Source(setting.A), setting.ValueOfB, NodeText.Source(setting.B), Word(setting.Differs),
            }),
            .. comparison.Nodes.Where(node => all || node.Differs).Select(node => new[]
            {
                "node", node.Name, CompareText.Row(node.A), Source(node.A), CompareText.Row(node.B), Source(node.B), Word(node.Differs),
            }),
        ];
        return string.Concat(lines.Select(line => string.Join(',', line.Select(Cell)) + "\r\n"));
    }

    private static string Name(string path) => path.Length == 0 ? "(server)" : path;

    private static string Word(bool differs) => differs ? "yes" : "no";

    private static string Source(NodeRow? row) => row is null ? "" : NodeText.Source(row);

    // A spreadsheet takes what begins like that for a formula, and names are written by others.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

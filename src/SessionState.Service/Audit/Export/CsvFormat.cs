using System.Globalization;
using System.Text;
using SessionState.Service.Audit.People;

namespace SessionState.Service.Audit.Export;

/// <summary>
/// A table for spreadsheets: RFC 4180 with every cell quoted, UTF-8 with the mark that spreadsheets want. It is for reading; what a
/// verifier needs is in the other formats.
/// </summary>
internal sealed class CsvFormat(PersonNames names) : IAuditFormat
{
    private const string NewLine = "\r\n";

    // A cell that begins so is a formula to some spreadsheet.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private static readonly string[] Columns =
    [
        "sequence", "time", "type", "outcome", "who", "via", "path", "setting", "action", "before", "after", "reason", "ticket", "detail",
        "change", "hash",
    ];

    public void Begin(Stream output)
    {
        output.Write(Encoding.UTF8.Preamble);
        Line(output, Columns);
    }

    public void Write(AuditRow row, Stream output) => Line(
        output,
        [
            row.Sequence.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(row.At).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Word(row.Type),
            Word(row.Outcome),
            names.Of(row),
            row.Via,
            row.Path,
            row.Setting,
            row.Action is { } action ? Word(action) : null,
            row.Before,
            row.After,
            row.Reason,
            row.Ticket,
            row.Detail,
            row.ChangeId?.ToString("D"),
            AuditChain.Text(row.Hash),
        ]);

    public void End(Stream output)
    {
        // The last line is complete.
    }

    /// <summary>A cell: text that no spreadsheet runs, and whose control characters no terminal obeys.</summary>
    internal static string Cell(string? text)
    {
        var cell = new StringBuilder("\"");
        if (text is { Length: > 0 } && FormulaStarts.Contains(text[0], StringComparison.Ordinal))
        {
            cell.Append('\'');
        }

        foreach (var letter in text ?? "")
        {
            _ = letter switch
            {
                '"' => cell.Append("\"\""),
                '\n' or '\t' => cell.Append(letter),
                _ when char.IsControl(letter) => cell.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => cell.Append(letter),
            };
        }

        return cell.Append('"').ToString();
    }

    private static void Line(Stream output, IEnumerable<string?> cells) =>
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + NewLine));

    private static string Word<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

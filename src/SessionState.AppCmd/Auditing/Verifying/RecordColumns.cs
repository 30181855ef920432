using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>The columns of a record in the database: what lists show. Each must say what the record says.</summary>
internal static class RecordColumns
{
    private const string First =
        "Sequence, Json, Hash, At, Type, ChangeId, Reference, Who, Via, Path, Setting, Action, Before, After, Reason, Ticket, Detail, Outcome";

    /// <summary>The columns to read. Databases of earlier versions have no targets and due times, and neither have their records.</summary>
    public static string SelectFrom(SqliteConnection connection) =>
        First + (DatabaseFile.HasColumn(connection, "AuditRecords", "Target") ? ", Target, TargetCount, Undoes, ConfirmBy, Until" : ", 1, 1, NULL, NULL, NULL");

    /// <summary>The first column that differs from the record; null where none does, and where the bytes are no record.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bytes">Its record.</param>
    /// <param name="people">The commitments to names that are kept, by key.</param>
    public static string? FirstDifferent(SqliteDataReader row, byte[] bytes, IReadOnlyDictionary<string, string> people)
    {
        if (!row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(SHA256.HashData(bytes)))
        {
            return "Hash";
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            var record = document.RootElement;
            var at = Text(record, "ts") is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() : 0;
            return row.GetInt64(3) != at ? "At"
                : Differs(row, 4, Text(record, "type")) ? "Type"
                : Differs(row, 5, Text(record, "op")) ? "ChangeId"
                : Differs(row, 6, record.TryGetProperty("ref", out var reference) ? reference.GetRawText() : null) ? "Reference"
                : Differs(row, 7, Who(record, people)) ? "Who"
                : Differs(row, 8, Text(record, "via", "process")) ? "Via"
                : Differs(row, 9, Text(record, "do", "path")) ? "Path"
                : Differs(row, 10, Text(record, "do", "setting")) ? "Setting"
                : Differs(row, 11, Text(record, "do", "action")) ? "Action"
                : Differs(row, 12, Text(record, "do", "before")) ? "Before"
                : Differs(row, 13, Text(record, "do", "after")) ? "After"
                : Differs(row, 14, Text(record, "why", "reason")) ? "Reason"
                : Differs(row, 15, Text(record, "why", "ticket")) ? "Ticket"
                : Differs(row, 16, Text(record, "res", "detail")) ? "Detail"
                : Differs(row, 17, Outcome(Text(record, "type"), Text(record, "res", "code"))) ? "Outcome"
                : row.GetInt32(18) != (Number(record, "part", "number") ?? 1) ? "Target"
                : row.GetInt32(19) != (Number(record, "part", "of") ?? Count(record, "targets") ?? 1) ? "TargetCount"
                : Differs(row, 20, Text(record, "undoes")) ? "Undoes"
                : Differs(row, 21, Milliseconds(record, "confirmBy")) ? "ConfirmBy"
                : Differs(row, 22, Milliseconds(record, "until")) ? "Until"
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Differs(SqliteDataReader row, int column, string? text)
    {
        var shown = row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);

        // Words are written with a capital in columns, identifiers of changes in capitals.
        return !string.Equals(shown, text, column is 4 or 5 or 11 or 17 or 20 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    // A name itself up to version 1; then the beginning of the commitment to it, or the kind of actor that has no name.
    private static string? Who(JsonElement record, IReadOnlyDictionary<string, string> people)
    {
        if (Text(record, "who") is not { Length: > 12 } who)
        {
            return Text(record, "actor", "name") ?? $"({Text(record, "actor", "kind")})";
        }

        var key = $"~{who[..12]}";
        return people.GetValueOrDefault(key, who) == who ? key : null;
    }

    private static string Outcome(string? type, string? code) => type switch
    {
        "intent" => "Pending",
        "denied" => "Refused",
        "admin" when code == "pending" => "Pending",
        "outcome" or "recovered" or "admin" => code == "applied" ? "Applied" : "Failed",
        _ => "Noticed",
    };

    private static int? Number(JsonElement record, string name, string inner) =>
        record.TryGetProperty(name, out var value) && value.TryGetProperty(inner, out var number) ? number.GetInt32() : null;

    private static int? Count(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetArrayLength() : null;

    private static string? Milliseconds(JsonElement record, string name) => Text(record, name) is { } time
        ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
        : null;

    private static string? Text(JsonElement record, string name, string? inner = null) =>
        !record.TryGetProperty(name, out var value) ? null
        : inner is not null ? Text(value, inner)
        : value.GetString();
}

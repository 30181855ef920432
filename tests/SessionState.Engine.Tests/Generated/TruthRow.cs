using System.Text.Json;

namespace SessionState.Engine.Tests.Generated;

/// <summary>What one line of a generated server's truth.jsonl, or our answer for that path, says.</summary>
internal sealed record TruthRow(
    string Path,
    string Kind,
    string? Value,
    string? File,
    int? Line,
    string? Target,
    bool? LocationTag,
    string? Error,
    bool SectionLocked)
{
    internal static TruthRow Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        var source = Object(row, "source");
        var error = Object(row, "error");
        var place = error ?? source;
        return new TruthRow(
            row.GetProperty("path").GetString()!,
            row.GetProperty("kind").GetString()!,
            row.GetProperty("value") is { ValueKind: not JsonValueKind.Null } value ? (value.GetBoolean() ? "true" : "false") : null,
            place is { } at && at.TryGetProperty("file", out var file) ? file.GetString() : null,
            place is { } on && on.TryGetProperty("line", out var number) ? number.GetInt32() : null,
            source is { } target && target.TryGetProperty("target", out var path) && target.TryGetProperty("file", out _) ? path.GetString() : null,
            source is { } tag && tag.TryGetProperty("locationTag", out var isTag) && tag.TryGetProperty("file", out _) ? isTag.GetBoolean() : null,
            error?.GetProperty("kind").GetString(),
            row.GetProperty("sectionLocked").GetBoolean());
    }

    private static JsonElement? Object(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Explaining;

/// <summary>One JSON object a line and setting, in UTF-8, straight to the stream: nothing is kept, however many nodes there are.</summary>
internal sealed class JsonRows : IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter _json;

    public JsonRows(Stream stream)
    {
        _stream = stream;

        // Made for terminals and scripts, never for a web page: names stay as people write them.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Write(ExplainedNode node)
    {
        foreach (var setting in node.Settings)
        {
            WriteRow(node, setting);
            _json.Flush();
            _json.Reset();
            _buffer.Write("\n"u8);
        }

        if (_buffer.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    public void Flush()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    public void Dispose() => _json.Dispose();

    private void WriteRow(ExplainedNode node, ExplainedSetting setting)
    {
        _json.WriteStartObject();
        _json.WriteString("path"u8, node.Path);
        _json.WriteString("kind"u8, KindWords.Json(node.Kind));
        _json.WriteString("setting"u8, setting.Setting);
        _json.WriteString("value"u8, setting.Value);
        _json.WriteBoolean("isDefault"u8, setting.IsDefault);
        WriteOrigin(setting.Origin);
        _json.WriteBoolean("locked"u8, setting.Lock.Locked);
        _json.WriteString("lockedBy"u8, LockWords.LockedBy(setting.Lock));
        WriteDiagnostics(node.Diagnostics);
        _json.WriteEndObject();
    }

    private void WriteOrigin(OriginInfo? origin)
    {
        if (origin is null)
        {
            _json.WriteNull("origin"u8);
            return;
        }

        _json.WriteStartObject("origin"u8);
        _json.WriteString("configPath"u8, origin.ConfigurationPath);
        _json.WriteString("file"u8, origin.File);
        _json.WriteNumber("line"u8, origin.Line);
        _json.WriteString("locationPath"u8, origin.LocationPath);
        _json.WriteEndObject();
    }

    private void WriteDiagnostics(IReadOnlyList<DiagnosticInfo> diagnostics)
    {
        _json.WriteStartArray("diagnostics"u8);
        foreach (var diagnostic in diagnostics)
        {
            _json.WriteStartObject();
            _json.WriteString("code"u8, diagnostic.Code);
            _json.WriteString("message"u8, diagnostic.Message);
            _json.WriteString("file"u8, diagnostic.File);
            if (diagnostic.Line is { } line)
            {
                _json.WriteNumber("line"u8, line);
            }
            else
            {
                _json.WriteNull("line"u8);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}

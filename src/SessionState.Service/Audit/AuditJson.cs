using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SessionState.Service.Audit;

/// <summary>Writes records as the bytes that are stored and hashed, and reads them back. Stored bytes are never written again.</summary>
internal static class AuditJson
{
    // Relaxed: people read these lines, and no page ever contains them unescaped. Control characters are escaped anyway.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static byte[] Write(AuditRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>Null where the bytes are no record, because somebody changed them.</summary>
    public static AuditRecord? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditRecord>(bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

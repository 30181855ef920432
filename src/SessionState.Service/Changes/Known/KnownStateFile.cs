using System.Text.Json;
using SessionState.Files;

namespace SessionState.Service.Changes.Known;

/// <summary>The known state in our data folder. It holds values of settings that are no secrets, and hashes.</summary>
internal sealed class KnownStateFile(ServiceOptions options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private readonly string _path = Path.Combine(options.DataDirectory, "known-state.json");

    /// <summary>Null where there is none, or what is there is not ours.</summary>
    public KnownState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<KnownState>(File.ReadAllBytes(_path), Json);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <returns>Null, or why it could not be written; then the old one is as it was.</returns>
    public string? Write(KnownState state) => DurableFile.Replace(_path, JsonSerializer.SerializeToUtf8Bytes(state, Json));
}

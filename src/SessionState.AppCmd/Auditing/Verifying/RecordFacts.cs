using System.Text.Json;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>What a verifier needs of a record.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Origin">Whose log it is of.</param>
/// <param name="Previous">The hash of the record before.</param>
/// <param name="Who">The commitment to the actor's name; null where it has none.</param>
internal sealed record RecordFacts(long Sequence, string Origin, string Previous, string? Who)
{
    /// <summary>Null where the bytes are no record.</summary>
    public static RecordFacts? Read(ReadOnlySpan<byte> bytes)
    {
        long? sequence = null;
        string? origin = null, previous = null, who = null;
        try
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                if (reader.ValueTextEquals("seq"u8) && reader.Read())
                {
                    sequence = reader.GetInt64();
                }
                else if (reader.ValueTextEquals("origin"u8) && reader.Read())
                {
                    origin = reader.GetString();
                }
                else if (reader.ValueTextEquals("prev"u8) && reader.Read())
                {
                    previous = reader.GetString();
                }
                else if (reader.ValueTextEquals("who"u8) && reader.Read())
                {
                    who = reader.GetString();
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }

        return sequence is null || origin is null || previous is null ? null : new(sequence.Value, origin, previous, who);
    }
}

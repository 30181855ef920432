using System.Text.Json;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>Records of a database that were moved to an archive file, as its table of them says.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last.</param>
/// <param name="LastHash">SHA-256 of the last one's bytes.</param>
/// <param name="Root">Root of the tree over all records up to the last.</param>
/// <param name="File">Name of the archive file.</param>
/// <param name="FileHash">Its SHA-256, in hexadecimal.</param>
internal sealed record ArchivedSegment(long First, long Last, byte[] LastHash, byte[] Root, string File, string FileHash)
{
    /// <summary>Whether a record of the log says the same.</summary>
    public bool IsStatedBy(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            return document.RootElement.TryGetProperty("segment", out var segment)
                && segment.GetProperty("first").GetInt64() == First
                && segment.GetProperty("last").GetInt64() == Last
                && segment.GetProperty("lastHash").GetString() == Convert.ToHexStringLower(LastHash)
                && segment.GetProperty("root").GetString() == Convert.ToHexStringLower(Root)
                && segment.GetProperty("archive").GetString() == File
                && segment.GetProperty("sha256").GetString() == FileHash;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }
}

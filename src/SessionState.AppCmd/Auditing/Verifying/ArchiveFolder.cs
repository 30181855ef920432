using System.Security.Cryptography;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>The archives that a database names, in a folder: each must be the very file, and prove itself.</summary>
internal static class ArchiveFolder
{
    public static VerifyReport Verify(VerifyReport database, string folder, PublicKey? trusted)
    {
        var records = 0L;
        foreach (var segment in database.Archives)
        {
            var file = Path.Combine(folder, segment.File);
            if (!File.Exists(file))
            {
                return database with { IsProven = false, Text = $"{database.Text} The archive {segment.File} is not in {folder}." };
            }

            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            var report = hash == segment.FileHash
                ? BundleFile.Verify(stream, trusted, null)
                : VerifyReport.Bad(segment.First, "It is not the file that was written.");
            if (report.Finding is { } finding)
            {
                return VerifyReport.Bad(finding.FirstBad, $"The archive {segment.File}: {finding.Text}");
            }

            records += segment.Last - segment.First + 1;
        }

        return database with { Text = $"{database.Text} The {records} archived ones verified, too." };
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.Export;
using SessionState.Service.Hosting;

namespace SessionState.Service.Audit.Segments;

/// <summary>The folder with archives: bundles without names of people, so that erasing a name needs no archive to be changed.</summary>
internal sealed class ArchiveFiles(string folder)
{
    public static string Name(long first) => string.Create(CultureInfo.InvariantCulture, $"audit-{first:D12}.auditbundle");

    public static byte[] Content(AuditDbContext context, CheckpointRow checkpoint, string? key, long first, long last)
    {
        using var content = new MemoryStream();
        var bundle = new BundleFormat(context, checkpoint, key);
        bundle.Begin(content);
        foreach (var row in context.Records.AsNoTracking()
            .Where(row => row.Sequence >= first && row.Sequence <= last)
            .OrderBy(row => row.Sequence))
        {
            bundle.Write(row, content);
        }

        bundle.End(content);
        return content.ToArray();
    }

    /// <summary>Writes a file, reads it back, and gives its SHA-256. One of that name from a run that broke off is replaced.</summary>
    public ServiceResult<string> Write(string name, byte[] content)
    {
        PrivateFolder.Create(folder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var problem = DurableFile.Replace(Path.Combine(folder, name), content);
        return problem is null && Hash(name) == hash
            ? hash
            : new Problem(
                ProblemCodes.AuditUnavailable, "No records were archived", $"The archive {Path.Combine(folder, name)} cannot be written. {problem}", 503);
    }

    /// <summary>SHA-256 of a file; null where there is none.</summary>
    public string? Hash(string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return null;
        }

        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

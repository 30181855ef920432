using System.Security.Cryptography;
using System.Text;
using SessionState.Files;

namespace SessionState.Service.Audit.Keys;

/// <summary>The file that holds the signing key, for its owner only. A file that others may read is refused: its key may be known.</summary>
internal static class AuditKeyFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The key; null, with the reason, where the file is missing or cannot be trusted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">Why there is no key.</param>
    /// <param name="whoever">Take the key whoever may have seen it: to be replaced.</param>
    public static AuditKey? TryLoad(string file, out string problem, bool whoever = false)
    {
        problem = "";
        try
        {
            if (!whoever && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Refused(file)) != 0)
            {
                problem = $"The audit's signing key {file} can be read or changed by other users. Find out who had access; then take their "
                    + "rights away (chmod 600), or replace the key with: SessionState.Service rotate-audit-key";
                return null;
            }

            return Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            problem = $"The audit's signing key {file} cannot be read: {error.Message}";
            return null;
        }
    }

    /// <summary>Makes a key and its file. The file must not be there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static AuditKey Create(string file)
    {
        var key = AuditKey.Create();
        if (DurableFile.CreatePrivate(file, Encoding.ASCII.GetBytes(key.PrivatePem() + "\n")) is { } reason)
        {
            key.Dispose();
            throw new IOException($"{file}: {reason}");
        }

        return key;
    }

    /// <summary>Puts the next key in the place of the last, down to the disk.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    public static void Succeed(AuditKeeping keeping)
    {
        if (DurableFile.Rename(keeping.NextKeyFile, keeping.KeyFile) is { } reason)
        {
            throw new IOException($"{keeping.KeyFile}: {reason}");
        }
    }

    private static UnixFileMode Refused(string file) =>
        SystemdCredential.Contains(SystemdCredential.Folder, file) ? Others & ~UnixFileMode.GroupRead : Others;

    private static AuditKey Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? new(key)
                : throw new CryptographicException("It is no key on the curve P-256.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}

using System.Security.Cryptography;

namespace SessionState.Service.Audit.Keys;

/// <summary>The file that holds the signing key, for its owner only. A file that others may read is refused: its key may be known.</summary>
internal static class AuditKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
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
            if (!whoever && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(file, options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(key.PrivatePem() + "\n"));
        stream.Flush(flushToDisk: true);
        return key;
    }

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

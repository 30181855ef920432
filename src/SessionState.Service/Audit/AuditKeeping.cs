using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Audit;

/// <summary>Where the audit's files are.</summary>
/// <param name="KeyFile">The signing key.</param>
/// <param name="MayCreateKey">Whether a missing key is made; not where an administrator or systemd provides it.</param>
/// <param name="LastCheckpointFile">The copy of the newest checkpoint.</param>
internal sealed record AuditKeeping(string KeyFile, bool MayCreateKey, string LastCheckpointFile)
{
    /// <summary>The key that is about to take over.</summary>
    public string NextKeyFile => KeyFile + ".next";

    /// <summary>Name of a key in the key store of Windows, which then is used instead of a file; null for none.</summary>
    public string? CngKeyName { get; init; }

    public static AuditKeeping Of(ServiceOptions options)
    {
        var given = options.AuditKeyFile ?? SystemdCredential.Key(SystemdCredential.Folder);
        return new(
            given ?? Path.Combine(options.DataDirectory, SystemdCredential.KeyName),
            given is null && options.AuditKeyName is null,
            Path.Combine(options.DataDirectory, "audit-checkpoint.txt"))
        {
            CngKeyName = options.AuditKeyName,
        };
    }
}

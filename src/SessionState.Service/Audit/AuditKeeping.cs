namespace SessionState.Service.Audit;

/// <summary>Where the audit's files are.</summary>
/// <param name="KeyFile">The signing key.</param>
/// <param name="MayCreateKey">Whether a missing key is made; not where an administrator or systemd provides it.</param>
/// <param name="LastCheckpointFile">The copy of the newest checkpoint.</param>
internal sealed record AuditKeeping(string KeyFile, bool MayCreateKey, string LastCheckpointFile)
{
    /// <summary>The key that is about to take over.</summary>
    public string NextKeyFile => KeyFile + ".next";

    public static AuditKeeping Of(ServiceOptions options) => new(
        options.AuditKeyFile ?? Path.Combine(options.DataDirectory, "audit-key.pem"),
        options.AuditKeyFile is null,
        Path.Combine(options.DataDirectory, "audit-checkpoint.txt"));
}

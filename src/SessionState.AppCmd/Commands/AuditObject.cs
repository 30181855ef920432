using SessionState.AppCmd.Auditing;

namespace SessionState.AppCmd.Commands;

/// <summary>AUDIT and its commands.</summary>
internal static class AuditObject
{
    public static ManagedObject Definition { get; } = new(
        "AUDIT",
        "The audit log",
        [
            new Command("verify", "Verify the audit log", AuditHelp.Verify, ["file", "key", "since", "archive"], VerifyCommand.RunAsync),
            new Command("export", "Write audit records out", AuditHelp.Export, ["file", "format", .. ExportQuery.Names], ExportCommand.RunAsync),
            new Command("witness", "Keep checkpoints and refuse another past", AuditHelp.Witness, ["store", "key"], WitnessCommand.RunAsync),
        ]);
}

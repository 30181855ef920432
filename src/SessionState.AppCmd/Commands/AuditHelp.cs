namespace SessionState.AppCmd.Commands;

/// <summary>Help on the commands of AUDIT.</summary>
internal static class AuditHelp
{
    public const string Verify =
        """
        Verify the audit log

        APPCMD verify AUDIT <file> </parameter1:value1 ...>

          file             An audit database (audit.db) or an exported bundle; also as
                           /file:name. None: the service verifies its own log.
          /key:key         The public key you keep: a file with the key's line or PEM, or the
                           line itself. Without it a file can only be checked in itself.
          /since:file      A witness's store, or a checkpoint you kept: the log must still
                           begin with those records.
          /archive:folder  Where the archives are that a database names: verify them, too.

        Reads nothing but the file; no service is needed. Exit codes: 0 everything is as it was
        written; 1 it is not, and the first bad record is named; 2 it fits together, but no key
        proves it, or a part of it is not there; 3 a parameter is not understood.

        Examples:

          appcmd verify audit audit-4711.auditbundle /key:audit.pub
          appcmd verify audit /file:/mnt/backup/audit.db /key:audit.pub /since:witness.txt
        """;

    public const string Export =
        """
        Write audit records out

        APPCMD export AUDIT </parameter1:value1 ...>

          /format:name     bundle (default: records with what proves them), jsonl (the stored
                           records, one a line) or csv (for spreadsheets).
          /file:name       Where to; it is only there when the export is whole. None: standard
                           output.

        Which records; none of these: all.
        /who: /path: /setting: /action:set|clear /ticket: /outcome: /type: /from: /to: /contains:

        Examples:

          appcmd export audit /file:audit.auditbundle
          appcmd export audit /format:csv /from:2026-01-01 /who:ada /file:ada.csv
        """;

    public const string Witness =
        """
        Keep checkpoints and refuse another past

        APPCMD witness AUDIT /store:file </parameter1:value1 ...>

          /store:file      Keeps the newest checkpoint. Keep it away from the server.
          /key:key         The public key, for the first time. Without it the service's own word
                           is taken.

        Asks the service for its newest checkpoint and for the proof that everything witnessed
        before is still its beginning. Exit code 1: it is not; the store stays as it was. Run it
        every few minutes.

        Example:

          appcmd witness audit /store:D:\witness\web01.txt /key:audit.pub
        """;
}

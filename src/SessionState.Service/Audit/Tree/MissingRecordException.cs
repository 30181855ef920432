namespace SessionState.Service.Audit.Tree;

/// <summary>A record that was there is gone: somebody worked on the database.</summary>
internal sealed class MissingRecordException(long first, long last)
    : Exception($"At least one of the audit records {first} to {last} is missing.");

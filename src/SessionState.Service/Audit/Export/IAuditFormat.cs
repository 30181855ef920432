namespace SessionState.Service.Audit.Export;

/// <summary>A way to write records out.</summary>
internal interface IAuditFormat
{
    void Begin(Stream output);

    /// <summary>Writes a record; each has a higher number than the one before.</summary>
    void Write(AuditRow row, Stream output);

    void End(Stream output);
}

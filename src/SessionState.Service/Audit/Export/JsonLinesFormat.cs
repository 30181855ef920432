namespace SessionState.Service.Audit.Export;

/// <summary>The stored bytes, a line each: <c>sha256sum</c> of a line without its end is what the next line's "prev" says.</summary>
internal sealed class JsonLinesFormat : IAuditFormat
{
    public void Begin(Stream output)
    {
        // Nothing but records.
    }

    public void Write(AuditRow row, Stream output)
    {
        output.Write(row.Json);
        output.WriteByte((byte)'\n');
    }

    public void End(Stream output)
    {
        // Nothing but records.
    }
}

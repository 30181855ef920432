namespace SessionState.Engine.Text;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably not what was meant, but IIS accepts it.</summary>
    Warning,

    /// <summary>IIS refuses the configuration at that place (HTTP 500.19), or we could not read it.</summary>
    Error,
}

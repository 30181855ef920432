namespace SessionState.Contracts;

/// <summary>Something wrong in a configuration file, in words a help-desk person understands.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable identifier, such as "malformed" or "section-locked".</param>
/// <param name="Message">What is wrong.</param>
/// <param name="File">The file; null where it is about no file.</param>
/// <param name="Line">Line in the file, from 1; null where unknown.</param>
/// <param name="Column">Column in the line, from 1; null where unknown.</param>
/// <param name="Remedy">What to do about it; null where nothing is known.</param>
public sealed record DiagnosticInfo(
    DiagnosticLevel Severity, string Code, string Message, string? File, int? Line, int? Column, string? Remedy);

/// <summary>How bad a diagnostic is: an error makes IIS answer 500.19 at the place, a warning does not.</summary>
public enum DiagnosticLevel
{
    Info,
    Warning,
    Error,
}

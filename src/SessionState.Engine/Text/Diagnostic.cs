namespace SessionState.Engine.Text;

/// <summary>Something wrong in a configuration file, in words a help-desk person understands.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable identifier, one of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">
/// What is wrong, in one printable line. Never contains a credential or an encrypted value.
/// </param>
/// <param name="File">The file; null where it is about no file.</param>
/// <param name="Line">Line in the file, from 1; null where unknown.</param>
/// <param name="Column">Column in the line, from 1; null where unknown.</param>
/// <param name="Remedy">What to do about it; null where nothing is known.</param>
public sealed record Diagnostic(
    DiagnosticSeverity Severity, string Code, string Message, string? File, int? Line, int? Column, string? Remedy)
{
    /// <summary>What is wrong. Signs of hostile names that could break a line or turn its direction are escaped.</summary>
    public string Message { get; init; } = PrintableText.Of(Message);

    /// <summary>An error at a place in a file.</summary>
    public static Diagnostic Error(string code, string message, string? file, int? line, string? remedy) =>
        new(DiagnosticSeverity.Error, code, message, file, line, null, remedy);

    /// <summary>A warning at a place in a file.</summary>
    public static Diagnostic Warning(string code, string message, string? file, int? line, string? remedy) =>
        new(DiagnosticSeverity.Warning, code, message, file, line, null, remedy);
}

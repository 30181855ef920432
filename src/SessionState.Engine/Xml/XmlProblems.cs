using System.Globalization;
using System.Xml;
using SessionState.Engine.Text;

namespace SessionState.Engine.Xml;

/// <summary>Words for documents that are refused.</summary>
internal static class XmlProblems
{
    internal static Diagnostic Malformed(string file, XmlException exception) => exception.Message.Contains("DTD", StringComparison.Ordinal)
        ? new Diagnostic(
            DiagnosticSeverity.Error,
            DiagnosticCodes.Malformed,
            "Configuration file contains a document type definition (DTD), which is never read.",
            file,
            Math.Max(exception.LineNumber, 1),
            Math.Max(exception.LinePosition, 1),
            "Remove the <!DOCTYPE …> from the file.")
        : new Diagnostic(
            DiagnosticSeverity.Error,
            DiagnosticCodes.Malformed,
            $"Configuration file is not well-formed XML. {Detail(exception)}",
            file,
            Math.Max(exception.LineNumber, 1),
            Math.Max(exception.LinePosition, 1),
            "Correct the file at that place, or put back its last good copy.");

    internal static Diagnostic NoConfiguration(string file, int line, string found) => Diagnostic.Error(
        DiagnosticCodes.Malformed,
        $"Configuration file has no <configuration> element: it starts with <{found}>.",
        file,
        line,
        "Put the content inside <configuration> … </configuration>.");

    internal static Diagnostic Beyond(string file, int? line, string what, int limit) => Diagnostic.Error(
        DiagnosticCodes.TooLarge,
        $"The file was not read: {what}, and the limit is {limit.ToString("N0", CultureInfo.InvariantCulture)}.",
        file,
        line,
        "Make the file smaller or simpler.");

    // The framework ends its sentence with "Line 3, position 7.", which we give apart.
    private static string Detail(XmlException exception)
    {
        var message = exception.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place > 0 ? message[..place] : message;
    }
}

using System.Globalization;
using SessionState.Contracts;

namespace SessionState.AppCmd.Validating;

/// <summary>What is wrong in a file, in the words of the contract.</summary>
internal sealed record Finding(DiagnosticInfo Diagnostic)
{
    public bool IsError => Diagnostic.Severity == DiagnosticLevel.Error;

    /// <summary>The form that editors and build servers recognise: <c>file(line,column): error code: message</c>.</summary>
    public string ToText()
    {
        var place = (Diagnostic.Line, Diagnostic.Column) switch
        {
            (null, _) => "",
            ({ } line, null) => string.Create(CultureInfo.InvariantCulture, $"({line})"),
            ({ } line, { } column) => string.Create(CultureInfo.InvariantCulture, $"({line},{column})"),
        };
        var message = Diagnostic.Remedy is { } remedy ? $"{Diagnostic.Message} {remedy}" : Diagnostic.Message;
        return $"{Diagnostic.File ?? "configuration"}{place}: {Word}{Diagnostic.Code}: {message.ReplaceLineEndings(" ")}";
    }

    private string Word => Diagnostic.Severity switch
    {
        DiagnosticLevel.Error => "error ",
        DiagnosticLevel.Warning => "warning ",
        _ => "info ",
    };
}

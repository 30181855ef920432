using System.Collections.Immutable;

namespace SessionState.Engine.Scripting;

/// <summary>A change in one language, or why that language cannot make it.</summary>
/// <param name="Language">The language.</param>
/// <param name="Text">The script, to be pasted where the language is spoken, with LF line ends; null where it is not possible.</param>
/// <param name="FileText">The same as the content of a file, with CR LF; it may need more than the text. Null where it is not possible.</param>
/// <param name="Impossible">Why there is none, in one or two sentences; null where there is one.</param>
/// <param name="Notes">What somebody who runs it should know.</param>
public sealed record Script(
    ScriptLanguage Language, string? Text, string? FileText, string? Impossible, ImmutableArray<string> Notes);

using System.Buffers;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Reading;

/// <summary>Words for sections whose content stands in another file (configSource), beginning as IIS words it.</summary>
internal static class SourceProblems
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. ":*?\"<>|%~"]);

    internal static Diagnostic NotRead(SectionSchema section, string attribute, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.Opaque,
        $"The section '{section.Name}' is in another file ({attribute}), which is not read.",
        file,
        line,
        "Move the section's content into this file.");

    internal static Diagnostic NotAlone(SectionSchema section, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSource,
        $"<{section.Root.Name}> with configSource may hold nothing else.",
        file,
        line,
        "Move the other attributes and elements into the file that configSource names.");

    /// <summary>What is wrong with the path; null where it names a file beside this one or below.</summary>
    internal static Diagnostic? Check(SectionSchema section, string path, string file, int line) => IsBelow(path) ? null : Diagnostic.Error(
        DiagnosticCodes.InvalidSource,
        $"Specified configSource cannot be parsed: '{path}' of <{section.Root.Name}> is no path of a file in the folder of {file} or below.",
        file,
        line,
        "Write the path relative to this file, such as config\\sessionState.config.");

    internal static Diagnostic Unreadable(SectionSchema section, string source, Diagnostic why, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSource,
        $"Specified configSource cannot be parsed: {source}, which holds <{section.Root.Name}>, cannot be used. {why.Message}",
        file,
        line,
        why.Remedy ?? $"Create {source}, or write the section into {file}.");

    internal static Diagnostic OtherRoot(SectionSchema section, string found, string source) => Diagnostic.Error(
        DiagnosticCodes.InvalidSource,
        $"The file begins with <{found}>, but configSource promises <{section.Root.Name}>.",
        source,
        1,
        $"Let the file hold just <{section.Root.Name} … />.");

    // No drive, share, stream, step up or variable: the engine never leads a reader out of the file's own folder.
    private static bool IsBelow(string path)
    {
        var names = path.Split('\\', '/');
        return path.Length <= 260 && Array.TrueForAll(names, name => name.Length > 0 && name[0] != ' ' && name[^1] is not ('.' or ' '))
            && !path.AsSpan().ContainsAny(Forbidden);
    }
}

using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads the content of sections from the files that configSource names.</summary>
/// <param name="find">Gives a file by the path as written; null where nobody looks for it.</param>
internal sealed class SectionSources(Func<string, SectionSource?>? find)
{
    /// <summary>The files that were read, or should have been.</summary>
    internal List<SectionSource> Found { get; } = [];

    /// <summary>The section as the other file has it; null and the problem where it cannot be had.</summary>
    internal SectionInput? Read(
        SectionSchema schema, LocationTag? location, string name, string file, int line, List<Diagnostic> diagnostics, out Diagnostic? problem)
    {
        if (find?.Invoke(name) is not { } source)
        {
            problem = SourceProblems.NotRead(schema, "configSource", file, line);
            return null;
        }

        Found.Add(source);
        problem = source.Problem;
        if (problem is not null || SourceText.Decode(source.Bytes.Span, source.Path, out problem) is not { } text)
        {
            problem = SourceProblems.Unreadable(schema, source.Path, problem!, file, line);
            return null;
        }

        return Read(schema, location, source, text, file, line, diagnostics, out problem);
    }

    private static SectionInput? Read(
        SectionSchema schema,
        LocationTag? location,
        SectionSource source,
        SourceText text,
        string file,
        int line,
        List<Diagnostic> diagnostics,
        out Diagnostic? problem)
    {
        using var reader = new CheckedXmlReader(text.Text, source.Path);
        problem = null;
        SectionInput? input = null;
        if (reader.NextChild(CheckedXmlReader.Document))
        {
            problem = reader.Name == schema.Root.Name ? null : SourceProblems.OtherRoot(schema, reader.Name, source.Path);
            input = new SectionReader(reader, ConfigurationFileKind.Web, source.Path, diagnostics, new(null)).Read(schema, location);
        }

        while (reader.Read())
        {
            // What follows must be well-formed too.
        }

        problem = reader.Problem is { } malformed ? SourceProblems.Unreadable(schema, source.Path, malformed, file, line) : problem;
        return problem is null ? input?.From(source.Path) : null;
    }
}

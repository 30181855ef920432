using SessionState.Engine.Reading;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// What redirection.config says: where applicationHost.config really is, where several servers share one ("Configuration Redirection
/// &lt;configurationRedirection&gt;" in Microsoft's reference).
/// </summary>
/// <param name="IsEnabled">Whether IIS reads the files of another folder.</param>
/// <param name="Path">That folder as written; "" where none is named.</param>
/// <param name="Line">Line of the element, from 1; 0 where there is none.</param>
public sealed record Redirection(bool IsEnabled, string Path, int Line)
{
    /// <summary>Nothing is redirected.</summary>
    public static Redirection None { get; } = new(false, "", 0);

    /// <summary>Reads the file; null and the reason where it is no configuration.</summary>
    /// <param name="file">Where it is on this machine.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="problem">Why it cannot be read.</param>
    public static Redirection? Read(string file, ReadOnlyMemory<byte> bytes, out Diagnostic? problem)
    {
        if (bytes.Length > XmlLimits.WebConfigBytes)
        {
            problem = XmlProblems.Beyond(file, null, "it is too large", XmlLimits.WebConfigBytes);
            return null;
        }

        if (SourceText.Decode(bytes.Span, file, out problem) is not { } source)
        {
            return null;
        }

        using var reader = new CheckedXmlReader(source.Text, file);
        var found = RedirectionReader.Read(reader);
        problem = reader.Problem;
        return problem is null ? found : null;
    }
}

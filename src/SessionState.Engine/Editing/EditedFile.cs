using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>Reads an edited file as IIS will, before anyone writes it.</summary>
internal static class EditedFile
{
    /// <summary>The snapshot with the edited file; null and why not where the edit would break the file.</summary>
    /// <param name="before">The snapshot.</param>
    /// <param name="level">The node whose file it is.</param>
    /// <param name="edit">What is done to it.</param>
    /// <param name="refusal">What the edit would break.</param>
    public static ServerConfiguration? Evaluate(
        ServerConfiguration before, ConfigurationNode level, FileEdit edit, out EditRefusal? refusal)
    {
        // A large applicationHost.config takes long to read, and mostly only one location tag of it is touched.
        refusal = null;
        if (edit is { Touched: { } touched, Source.ReadAs: { } known } && ReferenceEquals(known, before.ApplicationHost)
            && EditedLocation.Read(known, touched) is { } edited
            && before.With(edited) is { } server)
        {
            return server;
        }

        return Read(LevelFiles.Of(level, before), LevelFiles.KindOf(level), edit, out refusal) is { } file ? before.With(file) : null;
    }

    /// <summary>The same for an edit of many places, whose level is not at hand.</summary>
    public static ServerConfiguration? Evaluate(ServerConfiguration before, FileEdit edit, out EditRefusal? refusal)
    {
        var kind = edit.File == before.ApplicationHost.Path ? ConfigurationFileKind.ApplicationHost
            : before.Frameworks.Any(files => files.RootWeb?.Path == edit.File) ? ConfigurationFileKind.RootWeb
            : ConfigurationFileKind.Web;
        var known = kind switch
        {
            ConfigurationFileKind.ApplicationHost => before.ApplicationHost,
            ConfigurationFileKind.RootWeb => before.Frameworks.First(files => files.RootWeb?.Path == edit.File).RootWeb,
            _ => before.NodesServedBy(edit.File) is [var node, ..] ? node.WebConfig : null,
        };
        return Read(known, kind, edit, out refusal) is { } file ? before.With(file) : null;
    }

    /// <summary>The file as it will be; null and why not where the edit would break it.</summary>
    /// <param name="before">The file as it is; null where it does not exist.</param>
    /// <param name="kind">What kind of file.</param>
    /// <param name="edit">What is done to it.</param>
    /// <param name="refusal">What the edit would break.</param>
    private static ConfigurationFile? Read(ConfigurationFile? before, ConfigurationFileKind kind, FileEdit edit, out EditRefusal? refusal)
    {
        var file = ConfigurationFile.Reread(before, kind, edit.File, edit.Encode());
        refusal = NewError(before, file) is { } error ? Refuse(error) : null;
        return refusal is null ? file : null;
    }

    private static Diagnostic? NewError(ConfigurationFile? before, ConfigurationFile after)
    {
        var known = Errors(before);
        var now = Errors(after);
        return now.Length <= known.Length ? null
            : now.FirstOrDefault(error => !known.Any(old => old.Message == error.Message)) ?? now[^1];
    }

    private static ImmutableArray<Diagnostic> Errors(ConfigurationFile? file) =>
        [.. (file?.Diagnostics ?? []).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static EditRefusal Refuse(Diagnostic error) => new(
        error.Code == DiagnosticCodes.TooLarge ? RefusalKind.TooLarge : RefusalKind.NotHere,
        $"The edited file would not be valid: {error.Message}",
        error.File,
        error.Line,
        error.Remedy);
}

using SessionState.Engine.Text;

namespace SessionState.Files.Reading;

/// <summary>Words for shared configuration that cannot be followed.</summary>
internal static class RedirectionProblems
{
    public static Diagnostic Unreadable(Diagnostic why) => why with
    {
        Message = $"It is unknown whether IIS reads this server's applicationHost.config or a shared one, because redirection.config cannot be read. "
            + why.Message,
    };

    public static Diagnostic Unreachable(RedirectionFile file, string why) => Diagnostic.Error(
        FileDiagnosticCodes.Redirected,
        $"Shared configuration unreachable: redirection.config sends IIS to '{file.Content.Path}', and {why}. "
        + "The local applicationHost.config is not what IIS reads, so it is not shown in its place.",
        file.Path,
        file.Content.Line,
        $"Make the folder available here and give a path map, such as {file.Content.Path}=/path/here.");

    public static Diagnostic Changed(string path) => Diagnostic.Error(
        FileDiagnosticCodes.Redirected,
        "redirection.config changed, so IIS may now read another applicationHost.config than the one shown until now.",
        path,
        null,
        "Start this program anew, so that it follows the redirection.");

    public static Diagnostic Shared(RedirectionFile file) => new(
        DiagnosticSeverity.Info,
        FileDiagnosticCodes.Redirected,
        $"Shared configuration: this server reads applicationHost.config from '{file.Content.Path}', and every change there affects all servers "
        + "that share the folder.",
        file.Path,
        file.Content.Line,
        null,
        null);
}

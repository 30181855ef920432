using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Auditing;

/// <summary>A file named as identifier or with /file:. On Linux a whole path begins like a parameter, and is taken for what it is.</summary>
internal static class AuditFileArgument
{
    public static string? Read(CommandLine commandLine) =>
        commandLine.Value("file") ?? commandLine.Identifier ?? commandLine.Properties.FirstOrDefault(IsPath)?.Text;

    public static Parameter? FirstUnknown(CommandLine commandLine) => commandLine.Properties.FirstOrDefault(parameter => !IsPath(parameter));

    private static bool IsPath(Parameter parameter) =>
        !OperatingSystem.IsWindows() && parameter.Value is null && parameter.Text.AsSpan().Count('/') > 1;
}

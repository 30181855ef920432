using SessionState.AppCmd.Auditing.Verifying;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Auditing;

/// <summary>/key: the public key an auditor keeps, as a file or as the line itself.</summary>
internal static class KeyArgument
{
    private const int MaxLength = 4_096;

    /// <summary>The key, or the answer that says what is wrong; both null where none was given.</summary>
    public static (PublicKey? Key, Answer? Refusal) Read(CommandLine commandLine)
    {
        if (!commandLine.Has("key"))
        {
            return (null, null);
        }

        var text = commandLine.Value("key") ?? "";
        try
        {
            var content = File.Exists(text) && new FileInfo(text).Length <= MaxLength ? File.ReadAllText(text) : text;
            var key = content.Contains("-----BEGIN", StringComparison.Ordinal) ? PublicKey.ParsePem(content) : PublicKey.Parse(content.Trim());
            return key is not null
                ? (key, null)
                : (null, Answers.Error(
                    ExitCode.Usage,
                    "The public key is not understood. Name a file that holds it, as a line name+id+key or as PEM, or give the line itself."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, Answers.Error(ExitCode.Usage, $"The key file {text} cannot be read: {error.Message}"));
        }
    }
}

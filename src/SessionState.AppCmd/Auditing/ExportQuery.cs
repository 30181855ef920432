using System.Collections.Immutable;
using System.Globalization;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Auditing;

/// <summary>The parameters that say which records.</summary>
internal static class ExportQuery
{
    public static ImmutableArray<string> Names { get; } = ["who", "path", "setting", "action", "outcome", "type", "from", "to", "contains"];

    public static Outcome<AuditQuery> Read(CommandLine commandLine)
    {
        Answer? refusal = null;
        var query = new AuditQuery
        {
            Who = commandLine.Value("who"),
            Path = commandLine.Value("path"),
            Setting = commandLine.Value("setting"),
            Action = Word<ChangeAction>("action"),
            Ticket = commandLine.Value("ticket"),
            Outcome = Word<AuditOutcome>("outcome"),
            Type = Word<AuditType>("type"),
            From = Time("from"),
            To = Time("to"),
            Text = commandLine.Value("contains"),
        };
        return refusal is null ? query : refusal;

        T? Word<T>(string name)
            where T : struct, Enum
        {
            var known = Enum.GetNames<T>();
            var text = commandLine.Value(name);
            if (text is null || known.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                return text is null ? null : Enum.Parse<T>(text, ignoreCase: true);
            }

            refusal = Answers.Error(
                ExitCode.Usage, $"/{name}:{text} is not understood. There are: {string.Join(", ", known.Select(word => word.ToLowerInvariant()))}.");
            return null;
        }

        DateTimeOffset? Time(string name)
        {
            var text = commandLine.Value(name);
            if (text is null
                || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            }

            refusal = Answers.Error(ExitCode.Usage, $"/{name}:{text} is no time. Write 2026-11-22 or 2026-11-22T16:00:00Z.");
            return null;
        }
    }
}

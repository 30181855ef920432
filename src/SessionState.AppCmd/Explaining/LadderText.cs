using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Explaining;

/// <summary>A node's values for people: each with every level that could set it, the one that decides marked with an asterisk.</summary>
internal sealed class LadderText(CommandOutput output, string source)
{
    private const string Missing = "-";

    private bool _started;

    public void Write(ExplainedNode node)
    {
        if (_started)
        {
            Line("");
        }
        else
        {
            output.Note(source);
            _started = true;
        }

        Line($"{(node.Path.Length == 0 ? "The server" : node.Path)} ({KindWords.Text(node.Kind)})");
        foreach (var diagnostic in node.Diagnostics)
        {
            WriteDiagnostic(diagnostic);
        }

        foreach (var section in node.Settings.GroupBy(setting => setting.Section))
        {
            WriteSection(section.Key, [.. section]);
        }
    }

    private void WriteDiagnostic(DiagnosticInfo diagnostic)
    {
        Line($"  {diagnostic.Severity}: {diagnostic.Message}{Place(" ", diagnostic.File, diagnostic.Line)}");
        if (diagnostic.Remedy is { } remedy)
        {
            Line($"    {remedy}");
        }
    }

    // A section is locked as a whole.
    private void WriteSection(string section, IReadOnlyList<ExplainedSetting> settings)
    {
        Line("");
        if (LockWords.LockedBy(settings[0].Lock) is { } lockedBy)
        {
            Line($"  {section}: locked here, a web.config may not hold it.");
            Line($"    {lockedBy}");
        }
        else
        {
            Line($"  {section}: not locked here.");
        }

        foreach (var setting in settings)
        {
            Line("");
            Line($"  {setting.Title} ({setting.Property}): {setting.Value ?? "no value, the configuration is in error here"}");
            WriteLadder(setting.Ladder);
        }
    }

    private void WriteLadder(IReadOnlyList<LadderStep> ladder)
    {
        var level = Math.Max("Level".Length, ladder.Max(step => step.Level.Length));
        var value = Math.Max("Value".Length, ladder.Max(step => (step.Raw ?? Missing).Length));
        Line($"    {"Level".PadRight(level)}  {"Value".PadRight(value)}  {"Result",-9}  Where");
        foreach (var step in ladder)
        {
            var mark = step.Role == LadderRole.Winner ? '*' : ' ';
            var raw = (step.Raw ?? Missing).PadRight(value);
            Line($"  {mark} {step.Level.PadRight(level)}  {raw}  {Word(step.Role),-9}  {Place("", step.File, step.Line)}".TrimEnd());
            if (step.Note is { } note)
            {
                Line($"      {note}");
            }
        }
    }

    private static string Place(string before, string? file, int? line) => (file, line) switch
    {
        (null, _) => "",
        (_, null) => before + file,
        _ => $"{before}{file} line {line}",
    };

    private static string Word(LadderRole role) => role switch
    {
        LadderRole.Winner => "decides",
        LadderRole.Shadowed => "shadowed",
        LadderRole.Ignored => "ignored",
        LadderRole.Violation => "error",
        _ => "not set",
    };

    private void Line(string text) => output.Write(text + NewLines.Ours);
}

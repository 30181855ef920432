using System.Text;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests;

/// <summary>Every script as it was reviewed.</summary>
public sealed class ScriptSnapshotTests
{
    public static TheoryData<string> Names => [.. ScriptCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WriteAll_Case_IsAsReviewed(string name)
    {
        var text = new StringBuilder();
        foreach (var script in ScriptGenerator.WriteAll(ScriptCases.All.Single(one => one.Name == name).Steps))
        {
            text.Append("==== ").Append(script.Language).Append('\n');
            text.Append(script.Text ?? $"NOT POSSIBLE: {script.Impossible}\n");
            if (script.FileText is { } file && script.Language == ScriptLanguage.AppCmd)
            {
                text.Append("---- as a file\n").Append(file.Replace("\r\n", "\n", StringComparison.Ordinal));
            }

            foreach (var note in script.Notes)
            {
                text.Append("---- note: ").Append(note).Append('\n');
            }
        }

        await Snapshots.CompareAsync(name, text.ToString());
    }

    [Fact]
    public void Snapshots_Folder_HoldsNoOthers() => Assert.Equal(
        ScriptCases.All.Select(one => one.Name).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Snapshots.Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}

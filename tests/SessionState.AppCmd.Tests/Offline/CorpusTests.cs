using System.Text.Json;
using SessionState.AppCmd.Tests.Support;
using SessionState.Tests.Shared;

namespace SessionState.AppCmd.Tests.Offline;

/// <summary>
/// Real applicationHost.config files: the lists have as many lines as the files have objects, and explain answers for every node.
/// </summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task List_OfEveryRealFile_HasEveryObject()
    {
        var checkedFiles = 0;
        foreach (var row in RequiredInputs.Rows("truth.jsonl").Where(row => Is(row, "kind")))
        {
            var option = $"/apphostconfig:{Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!)}";
            var counts = row.GetProperty("counts");
            Assert.Equal(counts.GetProperty("sites").GetInt32(), await CountAsync("site", option));
            Assert.Equal(counts.GetProperty("applications").GetInt32(), await CountAsync("app", option));
            Assert.Equal(counts.GetProperty("virtualDirectories").GetInt32(), await CountAsync("vdir", option));
            checkedFiles++;
        }

        Assert.True(checkedFiles > 20, $"Only {checkedFiles} files were checked.");
    }

    [Fact]
    public async Task Explain_OfEveryRealFile_AnswersOrSaysWhatIsWrong()
    {
        foreach (var row in RequiredInputs.Manifest().Where(row => Is(row, "role")))
        {
            var option = $"/apphostconfig:{Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!)}";

            var text = await Tool.RunAsync("explain", "config", "/recurse", option);
            var json = await Tool.RunAsync("explain", "config", "/recurse", "/json", option);

            Assert.Equal(text.ExitCode, json.ExitCode);
            Assert.Equal(row.GetProperty("well_formed").GetBoolean() ? 0 : 1168, text.ExitCode);
            Assert.All(json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        }
    }

    private static async Task<int> CountAsync(string objectName, string option)
    {
        var run = await Tool.RunAsync("list", objectName, option);
        var lines = run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith($"{objectName.ToUpperInvariant()} \"", line, StringComparison.Ordinal));
        Assert.Equal(lines.Length == 0 ? 1 : 0, run.ExitCode);
        return lines.Length;
    }

    private static bool Is(JsonElement row, string member) =>
        "applicationHost".Equals(row.GetProperty(member).GetString(), StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json;

namespace SessionState.Tests.Shared;

/// <summary>Shared inputs for a test: the test is skipped, with the reason, where they are not there.</summary>
internal static class RequiredInputs
{
    public static string Corpus => SharedInputs.Corpus ?? throw Missing();

    public static GeneratedServer Server(params string[] options) => ServerGenerator.Generate(options) ?? throw Missing();

    /// <summary>The rows of the corpus's manifest.jsonl; "file" is relative to the corpus.</summary>
    public static IReadOnlyList<JsonElement> Manifest() => Rows("manifest.jsonl");

    /// <summary>The rows of a .jsonl file of the corpus.</summary>
    public static IReadOnlyList<JsonElement> Rows(string name) =>
        [.. File.ReadLines(Path.Combine(Corpus, name)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static InvalidOperationException Missing()
    {
        Assert.Skip(SharedInputs.WhyMissing);
        return new();
    }
}

using System.Text.Json;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

/// <summary>Every file of the corpus is read or refused with file, line and reason.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void EveryFile_IsReadOrRefusedWithItsPlace()
    {
        foreach (var row in ConfigurationRows())
        {
            var path = PathOf(row);
            var kind = row.GetProperty("role").GetString()?.StartsWith("applicationHost", StringComparison.OrdinalIgnoreCase) == true
                ? ConfigurationFileKind.ApplicationHost
                : ConfigurationFileKind.Web;

            var file = ConfigurationFile.Read(kind, path, File.ReadAllBytes(path));

            Assert.Equal(path, file.Path);
            Assert.Equal(file.IsReadable, IsConfiguration(row, path));
            if (!file.IsReadable)
            {
                var problem = Assert.Single(file.Diagnostics);
                Assert.Equal((DiagnosticSeverity.Error, path), (problem.Severity, problem.File));
                Assert.True(problem.Line > 0, path);
                Assert.NotNull(problem.Remedy);
            }
        }
    }

    [Fact]
    public void EveryWellFormedFile_HasSpansAndKeepsItsText()
    {
        foreach (var row in ConfigurationRows())
        {
            var path = PathOf(row);
            var text = SourceText.Decode(File.ReadAllBytes(path), path, out _)?.Text;

            var source = XmlSource.Parse(text!, path, out var problem);

            Assert.Equal(row.GetProperty("well_formed").GetBoolean(), problem is null);
            if (source is not null)
            {
                Assert.Equal(text, source.Text);
                Assert.All(source.Elements, element => Assert.True(text.AsSpan(element.Span.Start + 1).StartsWith(element.Name)));
            }
        }
    }

    private static IEnumerable<JsonElement> ConfigurationRows() => RequiredInputs.Manifest()
        .Where(row => row.GetProperty("well_formed").ValueKind is JsonValueKind.True or JsonValueKind.False);

    private static string PathOf(JsonElement row) => Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);

    private static bool IsConfiguration(JsonElement row, string path) =>
        row.GetProperty("well_formed").GetBoolean()
        && XmlSource.Parse(SourceText.Decode(File.ReadAllBytes(path), path, out _)!.Text, path, out _)!.Root.Name == "configuration";
}

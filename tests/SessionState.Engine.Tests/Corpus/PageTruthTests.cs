using System.Text;
using SessionState.Engine.Pages;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Corpus;

/// <summary>Directives of real pages.</summary>
public sealed class PageTruthTests
{
    [Fact]
    public void Directives_OfRealPages_AreFound()
    {
        var rows = RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "asp-page").ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var path = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
            var facts = Read(Path.GetFileName(path), File.ReadAllBytes(path));

            Assert.Equal(row.GetProperty("enableSessionState_of_first_directive").GetString(), Word(facts));
            Assert.Equal(
                row.GetProperty("directives")[0].GetProperty("attributes").GetProperty("enablesessionstate").GetString(),
                facts.Directive?.Written);
        });
    }

    [Fact]
    public void MoreDirectives_AreFound()
    {
        var rows = RequiredInputs.Rows("directives_extra.jsonl");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(
            row.GetProperty("expected_enableSessionState").GetString(),
            Word(Read("x.asp", Encoding.UTF8.GetBytes(row.GetProperty("directive").GetString()!)))));
    }

    private static PageFacts Read(string name, byte[] bytes) => PageReader.Read(PageReader.KindOf(name)!.Value, name, bytes);

    private static string? Word(PageFacts facts) => facts.Directive?.Value switch
    {
        DirectiveValue.Off => "false",
        DirectiveValue.On => "true",
        DirectiveValue.ReadOnly => "readonly",
        _ => null,
    };
}

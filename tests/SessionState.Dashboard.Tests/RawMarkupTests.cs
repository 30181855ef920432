using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests;

/// <summary>Whatever stands in names, reasons and files is text on every page. ASVS 3.2.2.</summary>
public sealed class RawMarkupTests
{
    [Theory]
    [InlineData("MarkupString")]
    [InlineData("AddMarkupContent")]
    public void Source_WritesNoRawMarkup(string api)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor").ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(api, StringComparison.Ordinal));
    }
}

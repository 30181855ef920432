using SessionState.Tests.Shared;

namespace SessionState.Files.Tests.Reading;

public sealed class CorpusTests
{
    [Fact]
    public void Load_RealServersWithTheirFolders_FindsEveryWebConfig()
    {
        Posix.SkipUnlessLinux();
        foreach (var row in RequiredInputs.Rows("hierarchy.jsonl"))
        {
            var host = row.GetProperty("applicationHost").GetString()!;
            var content = string.Join('/', host.Split('/').Take(3)) + "/" + row.GetProperty("repo_folder").GetString();
            var expected = row.GetProperty("web_configs").EnumerateObject()
                .Select(file => Path.GetFullPath(Path.Combine(RequiredInputs.Corpus, file.Value.GetString()!)))
                .Where(file => File.Exists(file))
                .Order(StringComparer.Ordinal);
            var options = new ConfigurationSetOptions
            {
                ApplicationHostConfig = Path.Combine(RequiredInputs.Corpus, host),
                PathMap = [new(row.GetProperty("physicalPath").GetString()!, Path.Combine(RequiredInputs.Corpus, content))],
            };

            var snapshot = ConfigurationSet.Load(options, TimeProvider.System).Set!.Current;

            Assert.NotEmpty(expected);
            Assert.Equal(expected, snapshot.Files.Keys.Where(file => file != options.ApplicationHostConfig).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Load_EveryApplicationHostConfigOfTheCorpus_NeverThrows()
    {
        foreach (var row in RequiredInputs.Manifest())
        {
            var file = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);

            var result = ConfigurationSet.Load(new() { ApplicationHostConfig = file }, TimeProvider.System);

            Assert.True(result.IsLoaded, file);
        }
    }
}

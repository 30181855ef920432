using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests;

public sealed class SharedInputsTests
{
    [Fact]
    public void Manifest_EveryRow_NamesAFileThatExists()
    {
        var rows = RequiredInputs.Manifest();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(File.Exists(Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!))));
    }

    [Fact]
    public void Server_SameOptions_AreGeneratedOnce()
    {
        var first = RequiredInputs.Server("--size", "small", "--seed", "7");
        var second = RequiredInputs.Server("--size", "small", "--seed", "7");

        Assert.Same(first, second);
        Assert.True(File.Exists(first.ApplicationHostConfig));
        Assert.NotEmpty(File.ReadLines(first.Truth));
    }
}

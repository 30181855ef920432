using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Hosting;

/// <summary>Settings that cannot be read are a sentence, not a stack trace. ASVS 16.5.1.</summary>
public sealed class ServiceSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryRead_NoFile_TakesTheCommandLine()
    {
        var settings = ServiceSettings.TryRead(["--demo", "--socket", "unix:/run/x"], _folder.Path, out var problem);

        Assert.Equal(("true", "unix:/run/x", ""), (settings!["Service:Demo"], settings["Service:Socket"], problem));
    }

    [Fact]
    public void TryRead_FileIsNoJson_NamesFileAndLine()
    {
        File.WriteAllText(_folder["appsettings.json"], "{\n  \"Service\": oops\n}");

        Assert.Null(ServiceSettings.TryRead([], _folder.Path, out var problem));

        Assert.StartsWith($"{_folder["appsettings.json"]} is no JSON: ", problem, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 1", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_LinkToNowhere_NamesTheFile()
    {
        File.CreateSymbolicLink(_folder["appsettings.json"], _folder["nowhere.json"]);

        Assert.Null(ServiceSettings.TryRead([], _folder.Path, out var problem));

        Assert.StartsWith($"{_folder["appsettings.json"]} cannot be read: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_UnknownSwitch_SaysHowSettingsAreWritten()
    {
        Assert.Null(ServiceSettings.TryRead(["-x=1"], _folder.Path, out var problem));

        Assert.Contains("--Service:Name=value", problem, StringComparison.Ordinal);
    }
}

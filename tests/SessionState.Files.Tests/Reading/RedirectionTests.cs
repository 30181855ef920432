using SessionState.Engine.Text;

namespace SessionState.Files.Tests.Reading;

/// <summary>Vector 92: shared configuration is followed or reported, never passed over in silence.</summary>
public sealed class RedirectionTests
{
    [Theory]
    [InlineData(@"\\srv\cfg")]
    [InlineData(@"Z:\shared")]
    [InlineData("")]
    public void Vector92_FolderOutOfReach_IsAnErrorAndNotTheLocalFile(string path)
    {
        using var server = new TestServer().Site("One").WriteHost();
        var file = Redirect(server, path);

        var loaded = ConfigurationSet.Load(server.Options, TimeProvider.System);

        Assert.False(loaded.IsLoaded);
        Assert.Equal((FileDiagnosticCodes.Redirected, file, 2), (loaded.Problem.Code, loaded.Problem.File, loaded.Problem.Line));
        Assert.StartsWith("Shared configuration unreachable", loaded.Problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", loaded.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vector92_MappedFolderWithoutTheFile_IsAnError()
    {
        using var server = new TestServer().Site("One").WriteHost();
        Redirect(server, @"\\srv\cfg");

        var loaded = ConfigurationSet.Load(
            server.Options with { PathMap = [new(@"\\srv\cfg", server.Make("shared"))] }, TimeProvider.System);

        Assert.Contains("There is no applicationHost.config at", loaded.Problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MappedFolder_IsReadInsteadAndSaysSo()
    {
        using var server = new TestServer().Site("Shared").WriteHost();
        Directory.CreateDirectory(server.At("shared"));
        File.Move(server.Host, server.At("shared/applicationHost.config"));
        server.Write("config/applicationHost.config", "<configuration />");
        Redirect(server, @"\\srv\cfg");

        var snapshot = server.Load(server.Options with { PathMap = [new(@"\\srv\cfg", server.At("shared"))] }).Current;

        Assert.NotNull(snapshot.Server.Find("Shared"));
        Assert.Equal(server.At("shared/applicationHost.config"), snapshot.Server.ApplicationHost.Path);
        var note = Assert.Single(snapshot.Server.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Info, FileDiagnosticCodes.Redirected), (note.Severity, note.Code));
        Assert.Contains(server.At("config/redirection.config"), snapshot.Files.Keys);
    }

    [Theory]
    [InlineData("<configurationRedirection />")]
    [InlineData("<configurationRedirection enabled=\"false\" path=\"\\\\srv\\cfg\" />")]
    public void Load_RedirectionThatIsOff_ReadsTheLocalFile(string element)
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("config/redirection.config", $"<configuration>{element}</configuration>");

        var snapshot = server.Load().Current;

        Assert.NotNull(snapshot.Server.Find("One"));
        Assert.Empty(snapshot.Server.Diagnostics);
    }

    [Fact]
    public void Load_RedirectionThatIsMalformed_IsAnError()
    {
        using var server = new TestServer().Site("One").WriteHost();
        server.Write("config/redirection.config", "<configuration>");

        var problem = ConfigurationSet.Load(server.Options, TimeProvider.System).Problem;

        Assert.StartsWith("It is unknown whether IIS reads", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_RedirectionSwitchedOnAndOff_ShowsNothingMeanwhile()
    {
        using var server = new TestServer().Site("One").WriteHost();
        var set = server.Load();

        var file = Redirect(server, @"\\srv\cfg");
        Assert.True(set.Refresh());
        Assert.Null(set.Current.Server.Find("One"));
        Assert.StartsWith("redirection.config changed", set.Current.Server.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.False(set.Refresh());

        File.Delete(file);
        Assert.True(set.Refresh());
        Assert.NotNull(set.Current.Server.Find("One"));
        Assert.False(set.Refresh());
    }

    private static string Redirect(TestServer server, string path) => server.Write(
        "config/redirection.config",
        $"<configuration>\n<configurationRedirection enabled=\"true\" path=\"{path}\" userName=\"u\" password=\"hunter2\" />\n</configuration>");
}

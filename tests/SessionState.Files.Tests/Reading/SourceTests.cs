using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Schema;

namespace SessionState.Files.Tests.Reading;

/// <summary>Sections that stand in another file (configSource).</summary>
public sealed class SourceTests
{
    private const string Off = "<sessionState mode=\"Off\" />";

    [Theory]
    [InlineData("s.config", "s.config")]
    [InlineData("config\\S.config", "Config/s.CONFIG")]
    public void Load_SourceBesideTheWebConfigOrBelow_IsRead(string name, string file)
    {
        using var server = Server(name);
        var path = server.Write("sites/One/" + file, Off);

        var snapshot = server.Load().Current;

        Assert.Equal("Off", ModeAt(snapshot));
        Assert.Equal(path, Mode(snapshot).Origin?.File);
        Assert.Contains(path, snapshot.Files.Keys);
    }

    [Fact]
    public void Load_SourceThatIsALink_IsNotFollowed()
    {
        Posix.SkipUnlessLinux();
        using var server = Server("s.config");
        File.CreateSymbolicLink(server.At("sites/One/s.config"), server.Write("elsewhere/s.config", Off));

        Assert.Contains("is a link", Mode(server.Load().Current).Violation!.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SourceBehindALinkedFolder_IsNotFollowed()
    {
        Posix.SkipUnlessLinux();
        using var server = Server("config\\s.config");
        server.Write("elsewhere/s.config", Off);
        Directory.CreateSymbolicLink(server.At("sites/One/config"), server.At("elsewhere"));

        Assert.Null(ModeAt(server.Load().Current));
    }

    [Fact]
    public void Refresh_SourceThatComesChangesAndGoes_IsNoticed()
    {
        using var server = Server("s.config");
        var set = server.Load();
        Assert.Null(ModeAt(set.Current));
        var before = set.Current.Revision;

        var path = server.Write("sites/One/s.config", Off);
        Assert.True(set.Refresh());
        Assert.Equal("Off", ModeAt(set.Current));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);

        File.WriteAllText(path, "<sessionState mode=\"StateServer\" />");
        Assert.True(set.Refresh());
        Assert.Equal("StateServer", ModeAt(set.Current));

        File.Delete(path);
        Assert.True(set.Refresh());
        Assert.Null(ModeAt(set.Current));
        Assert.Equal(before, set.Current.Revision);
        Assert.False(set.Refresh());
    }

    [Fact]
    public void Commit_AnotherSectionOfTheWebConfig_KeepsWhatTheSourceSays()
    {
        using var server = Server("s.config");
        server.Write("sites/One/s.config", Off);
        var set = server.Load();
        var texts = new SnapshotTexts(set, set.Current);

        var plan = EditPlanner.Plan(
            set.Current.Server, new("One", PageSettings.EnableSessionState, EditAction.Set, "false", null), texts.Read).Plan!;

        Assert.True(set.Commit(texts.ToCommit(plan)).IsCommitted);
        Assert.Equal("Off", ModeAt(set.Current));
        Assert.Equal(server.Load().Current.Revision, set.Current.Revision);
    }

    private static TestServer Server(string source)
    {
        var server = new TestServer().Site("One").WriteHost();
        server.Write(
            "sites/One/web.config", $"<configuration><system.web><sessionState configSource=\"{source}\" /></system.web></configuration>");
        return server;
    }

    private static EffectiveValue Mode(ConfigurationSnapshot snapshot) =>
        EffectiveValueReader.Read(snapshot.Server.Find("One")!, SessionStateSettings.Mode);

    private static string? ModeAt(ConfigurationSnapshot snapshot) => Mode(snapshot).Value;
}

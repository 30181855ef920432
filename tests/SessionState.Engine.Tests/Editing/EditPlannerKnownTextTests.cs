using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

/// <summary>
/// Where the text is known to be the snapshot's, a plan reads only the location tag that it touches. That it says the same as reading
/// everything is a property in EditPlannerProperties; here is that it does so.
/// </summary>
public sealed class EditPlannerKnownTextTests
{
    private static readonly string Tag = $"    <location path=\"Shop\">{DocumentEditing.Asp(DocumentEditing.Off)}</location>\n";

    [Theory]
    [InlineData("Shop", true)]
    [InlineData("Other", true)]
    [InlineData("Shop/docs/x.asp", true)]
    [InlineData("", false)]
    public void Set_InApplicationHostConfig_ReadsTheTouchedTagAlone(string path, bool expected)
    {
        var server = TestServer.Shop(content: Tag).Knowing;

        var plan = server.Set(path, "true", CommitPaths.ApplicationHost);

        Assert.Equal(expected, IsPartlyRead(server, plan));
        Assert.Equal("true", server.Apply(plan).Value(path).Value);
    }

    [Theory]
    [InlineData("Shop", true, 4)]
    [InlineData("Other", true, 1)]
    [InlineData("", false, 5)]
    public void Lock_InApplicationHostConfig_ReadsTheTouchedTagAlone(string path, bool expected, int gain)
    {
        var server = TestServer.Shop(content: Tag).Knowing;

        var plan = server.Lock(path, OverrideMode.Allow);

        Assert.Equal(expected, plan.After.ApplicationHost.Sites == server.Server.ApplicationHost.Sites);
        Assert.Equal(gain, plan.Rehearsal.GainOverride.Length);
    }

    [Fact]
    public void Set_TextThatNobodyKnows_ReadsEverything()
    {
        var server = TestServer.Shop(content: Tag);

        Assert.False(IsPartlyRead(server, server.Set("Shop", "true", CommitPaths.ApplicationHost)));
    }

    [Fact]
    public void Clear_TagOfSeveralLines_ReadsEverythingBecauseLinesMove()
    {
        var server = TestServer.Shop(content: Tag + Tag.Replace("Shop", "Other", StringComparison.Ordinal)).Knowing;
        var plan = server.Clear("Shop", CommitPaths.ApplicationHost);

        Assert.False(IsPartlyRead(server, plan));
        Assert.Equal(server.Value("Other").Origin!.Line - 1, Value(plan, "Other").Origin!.Line);
    }

    [Fact]
    public void Set_TwiceOnEachOther_KeepsBoth()
    {
        var server = TestServer.Shop(content: Tag).Knowing;
        var first = server.Set("Shop", "true", CommitPaths.ApplicationHost);
        var second = server.Apply(first).Set("Other", "false", CommitPaths.ApplicationHost);

        Assert.Equal("true", Value(second, "Shop").Value);
        Assert.Equal("false", Value(second, "Other").Value);
    }

    private static EffectiveValue Value(EditPlan plan, string path) =>
        EffectiveValueReader.Read(plan.After.Find(path)!, Settings.AllowSessionState);

    private static bool IsPartlyRead(TestServer server, EditPlan plan) =>
        plan.After.ApplicationHost.Sites == server.Server.ApplicationHost.Sites;
}

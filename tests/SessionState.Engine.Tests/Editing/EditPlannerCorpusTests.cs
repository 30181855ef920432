using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Editing;

/// <summary>Edits of real servers' applicationHost.config files, in whatever layout they are.</summary>
public sealed class EditPlannerCorpusTests
{
    private const int SitesPerFile = 6;

    [Fact]
    public void Set_SitesOfEveryApplicationHostConfig_InsertsAFewLinesThatClearRemoves()
    {
        var edits = 0;
        foreach (var row in RequiredInputs.Rows("truth.jsonl").Where(row => row.GetProperty("kind").GetString() == "applicationHost"))
        {
            var file = row.GetProperty("file").GetString()!;
            var bytes = File.ReadAllBytes(Path.Combine(RequiredInputs.Corpus, file));
            var isRegistered = row.GetProperty("asp_section").GetArrayLength() > 0;
            foreach (var site in Read(file, bytes).Layout.Sites.Take(SitesPerFile))
            {
                Edit(file, bytes, site.Name, isRegistered);
                edits++;
            }
        }

        Assert.InRange(edits, 50, int.MaxValue);
    }

    private static void Edit(string file, byte[] bytes, string site, bool isRegistered)
    {
        var (plan, after) = Apply(file, bytes, site, EditAction.Set);
        if (!isRegistered)
        {
            Assert.Null(plan);
            return;
        }

        var edit = Assert.Single(plan!.Files);
        var (inserted, changed) = LineDifference(edit.Before, edit.After);
        Assert.True(inserted is > 0 and <= 8 && changed == 0, $"{file}, {site}: {inserted} lines inserted, {changed} changed");
        Assert.Equal("false", EffectiveValueReader.Read(Read(file, after).Find(site)!, Settings.AllowSessionState).Value);
        Assert.Empty(Apply(file, after, site, EditAction.Set).Plan!.Files);
        Assert.Equal(bytes, Apply(file, after, site, EditAction.Clear).After);
    }

    private static (EditPlan? Plan, byte[] After) Apply(string file, byte[] bytes, string site, EditAction action)
    {
        var value = action == EditAction.Set ? "false" : null;
        var result = EditPlanner.Plan(
            Read(file, bytes), new(site, Settings.AllowSessionState, action, value, null), _ => SourceText.Decode(bytes, file, out var _));
        return (result.Plan, result.Plan is { Files: [var edit] } ? edit.Encode() : bytes);
    }

    private static ServerConfiguration Read(string file, byte[] bytes)
    {
        var applicationHost = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, file, bytes);
        var layout = ServerLayout.Read(applicationHost, new Dictionary<string, string>());
        return ServerConfiguration.Build(applicationHost, layout, (_, _) => ContentRoot.Unknown);
    }

    private static int Common(IEnumerable<string> left, IEnumerable<string> right, int most) =>
        left.Zip(right).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();

    // Lines between the common start and the common end of the two texts.
    private static (int Inserted, int Changed) LineDifference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var start = Common(old, now, Math.Min(old.Length, now.Length));
        var end = Common(old.Reverse(), now.Reverse(), Math.Min(old.Length, now.Length) - start);
        return (now.Length - start - end, old.Length - start - end);
    }
}

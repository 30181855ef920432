using System.Collections.Concurrent;
using CsCheck;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>ASVS 1.5.3.</summary>
public sealed class SecondEvaluatorTests
{
    [Fact]
    public void EveryPath_OfAnyServer_HasTheAspValueThatThePlainRulesGive() =>
        Compare(RandomSections.Asp, PlainSetting.AllowSessionState, Settings.AllowSessionState);

    [Fact]
    public void EveryPath_OfAnyServer_HasTheAspNetValueThatThePlainRulesGive() =>
        Compare(RandomSections.SessionState, PlainSetting.Mode, SessionStateSettings.Mode);

    private static void Compare(Gen<string> section, PlainSetting plainSetting, Setting setting)
    {
        var answers = new ConcurrentDictionary<string, int>();
        RandomServers.With(section).Sample(
            files =>
            {
                var server = Load(files);
                var plain = new PlainEvaluator(files, plainSetting);
                foreach (var path in RandomServers.Paths)
                {
                    var (expected, ours) = (plain.Read(path), EffectiveValueReader.Read(server.Find(path)!, setting).Value ?? PlainEvaluator.Error);
                    Assert.True(expected == ours, $"'{path}': plain rules {expected}, engine {ours}");
                    answers.AddOrUpdate(expected, 1, (_, count) => count + 1);
                }
            },
            iter: 1_500);

        // Servers of every kind, or agreeing would say little.
        Assert.True(answers.Count >= 3);
        Assert.All(answers.Values, count => Assert.InRange(count, 500, int.MaxValue));
    }

    private static ServerConfiguration Load(ServerFiles files)
    {
        var host = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, "host", files.ApplicationHost);
        return ServerConfiguration.Build(
            host,
            ServerLayout.Read(host, new Dictionary<string, string>()),
            (_, directory) => new(Folder(files, directory.ExpandedPath, ""), null));
    }

    private static ContentFolder Folder(ServerFiles files, string path, string name) => new(
        name,
        path,
        files.WebConfigs.TryGetValue(path, out var text) ? ConfigurationFile.Read(ConfigurationFileKind.Web, path + "/web.config", text) : null,
        [.. files.Folders.Where(folder => folder.StartsWith(path + "/", StringComparison.Ordinal) && folder.LastIndexOf('/') == path.Length)
            .Select(folder => Folder(files, folder, folder[(path.Length + 1)..]))]);
}

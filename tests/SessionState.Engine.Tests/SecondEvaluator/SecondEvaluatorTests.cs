using CsCheck;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.SecondEvaluator;

public sealed class SecondEvaluatorTests
{
    [Fact]
    public void EveryPath_OfAnyServer_HasTheValueThatThePlainRulesGive() => RandomServers.Server.Sample(
        files =>
        {
            var server = Load(files);
            var plain = new PlainEvaluator(files, "system.webServer/asp", "session", "allowSessionState");
            foreach (var path in RandomServers.Paths)
            {
                var ours = EffectiveValueReader.Read(server.Find(path)!, Settings.AllowSessionState).Value ?? PlainEvaluator.Error;
                Assert.True(plain.Read(path) == ours, $"'{path}': plain rules {plain.Read(path)}, engine {ours}");
            }
        },
        iter: 1_500);

    [Fact]
    public void RandomServers_AreOfEveryKind()
    {
        var answers = new Dictionary<string, int>();
        RandomServers.Server.Sample(
            files =>
            {
                var plain = new PlainEvaluator(files, "system.webServer/asp", "session", "allowSessionState");
                foreach (var answer in RandomServers.Paths.Select(plain.Read))
                {
                    answers[answer] = answers.GetValueOrDefault(answer) + 1;
                }
            },
            iter: 200,
            threads: 1);

        Assert.All(["true", "false", PlainEvaluator.Error], answer => Assert.InRange(answers.GetValueOrDefault(answer), 300, int.MaxValue));
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

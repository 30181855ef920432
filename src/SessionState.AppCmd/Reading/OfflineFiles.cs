using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.Engine.Text;
using SessionState.Files;

namespace SessionState.AppCmd.Reading;

/// <summary>Reads the files that <c>/apphostconfig:</c>, <c>/pathmap:</c>, <c>/machineconfig:</c> and <c>/rootwebconfig:</c> name.</summary>
internal static class OfflineFiles
{
    public static Outcome<IServerReader> Open(CommandLine commandLine)
    {
        if (commandLine.Value("apphostconfig") is not { Length: > 0 } file)
        {
            return Answers.Error(ExitCode.Usage, "Name the file: /apphostconfig:path of applicationHost.config.");
        }

        var pathMap = new List<PathMapping>();
        foreach (var text in commandLine.Values("pathmap"))
        {
            if (PathMapping.TryParse(text) is not { } mapping)
            {
                return Answers.Error(
                    ExitCode.Usage, $"\"{text}\" is no path map. Write it as /pathmap:C:\\inetpub=/srv/inetpub.");
            }

            pathMap.Add(mapping with { To = Path.GetFullPath(mapping.To) });
        }

        return Load(new ConfigurationSetOptions
        {
            ApplicationHostConfig = Path.GetFullPath(file),
            PathMap = pathMap,
            MachineConfig = commandLine.Value("machineconfig"),
            RootWebConfig = commandLine.Value("rootwebconfig"),
        });
    }

    private static Outcome<IServerReader> Load(ConfigurationSetOptions options)
    {
        var loaded = ConfigurationSet.Load(options, TimeProvider.System);
        if (!loaded.IsLoaded)
        {
            return ToAnswer(loaded.Problem, options.ApplicationHostConfig);
        }

        var server = loaded.Set.Current.Server;
        return server.ApplicationHost.IsReadable
            ? new OfflineReader(loaded.Set, server)
            : ToAnswer(server.ApplicationHost.Diagnostics[0], options.ApplicationHostConfig);
    }

    private static Answer ToAnswer(Diagnostic problem, string file) => Answers.ConfigurationError(
        problem.File ?? file, problem.Line ?? 0, problem.Message, problem.Remedy);
}

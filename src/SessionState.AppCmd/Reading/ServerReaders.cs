using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Reading;

/// <summary>Chooses between files (<c>/apphostconfig:</c>) and a configuration service.</summary>
internal static class ServerReaders
{
    public static Outcome<IServerReader> Open(CommandContext context)
    {
        var commandLine = context.CommandLine;
        if (!commandLine.Has("apphostconfig"))
        {
            return OpenService(context);
        }

        return commandLine.Has("server")
            ? Answers.Error(ExitCode.Usage, "Give either /apphostconfig: or /server:, not both.")
            : OfflineFiles.Open(commandLine);
    }

    private static Outcome<IServerReader> OpenService(CommandContext context)
    {
        if (context.CommandLine.Has("pathmap"))
        {
            return Answers.Error(ExitCode.Usage, "/pathmap: goes with /apphostconfig:, which is missing.");
        }

        return ServiceLocation.Find(context).Succeeded(out var address, out var answer)
            ? new ServiceReader(context.Environment.Connect(address), address)
            : answer;
    }
}

using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Changing;

/// <summary>Commands that change configuration: always through the configuration service, which decides, writes and audits.</summary>
internal static class ChangeCommand
{
    public static async Task<int> RunAsync(CommandContext context, WantedChange wanted)
    {
        if (context.CommandLine.Has("apphostconfig"))
        {
            return context.Finish(ReadOnlyFiles());
        }

        if (!ServiceLocation.Find(context).Succeeded(out var address, out var answer))
        {
            return context.Finish(answer);
        }

        var service = context.Environment.Connect(address);
        using (new ServiceReader(service, address))
        {
            answer = await new ChangeRun(context, service, address).RunAsync(wanted);
            return context.Finish(answer);
        }
    }

    private static Answer ReadOnlyFiles() => Answers.Error(
        ExitCode.Usage,
        "Files named with /apphostconfig: are only read. Changes go through the configuration service.",
        """
        Nothing was changed: a change needs the service's checks, backup and audit entry.
        Leave /apphostconfig: out to change the server of the running service, or name a service with /server:ADDRESS.
        """.ReplaceLineEndings(NewLines.Ours));
}

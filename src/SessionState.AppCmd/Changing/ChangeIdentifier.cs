using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>Commands about one change that the Service has made, which they name by its id.</summary>
internal static class ChangeIdentifier
{
    /// <summary>Does something with the change that the command names.</summary>
    public static async Task<int> RunAsync(CommandContext context, Func<IConfigurationService, ServiceAddress, Guid, Task<Answer>> run)
    {
        if (context.CommandLine.Properties.FirstOrDefault() is { } unknown)
        {
            return context.Finish(Answers.UnknownAttribute(unknown.Name));
        }

        if (!Guid.TryParse(context.CommandLine.Identifier, out var id))
        {
            return context.Finish(Answers.Error(
                ExitCode.Usage, "Must specify the id of a change.", "list change prints the ids of changes that wait; the audit has all of them."));
        }

        if (!ServiceLocation.Find(context).Succeeded(out var address, out var answer))
        {
            return context.Finish(answer);
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            return context.Finish(await run(service, address, id));
        }
    }

    /// <summary>A problem about a change, which is no configuration path.</summary>
    public static Answer Refused(Problem problem, ServiceAddress address) => problem.Code is ProblemCodes.NotFound or ProblemCodes.ChangedSince
        ? Answers.Error(ExitCode.NotFound, problem.Detail, problem.Remedy)
        : ServiceAnswers.For(problem, address, "");
}

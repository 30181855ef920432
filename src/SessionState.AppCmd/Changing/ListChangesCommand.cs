using System.Collections.Immutable;
using System.Globalization;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Listing;
using SessionState.AppCmd.Reading;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary><c>list change</c>: changes that wait for a confirmation or for their end.</summary>
internal static class ListChangesCommand
{
    private static ListedKind<PendingChange> Changes { get; } = new(
        "CHANGE",
        [
            new("CHANGE.ID", change => change.ChangeId.ToString("D"), Alias: "id"),
            new("summary", change => change.Summary, InLine: "summary"),
            new("path", change => change.Path),
            new("targets", change => change.TargetCount.ToString(CultureInfo.InvariantCulture)),
            new("who", change => change.Who, InLine: "who"),
            new("confirmBy", change => Time(change.ConfirmBy), InLine: "confirmBy"),
            new("until", change => Time(change.Until), InLine: "until"),
            new("trouble", change => change.Trouble ?? ""),
        ],
        change => change.ChangeId.ToString("D"),
        (_, _) => throw new NotSupportedException("Only the service knows its changes."));

    public static async Task<int> RunAsync(CommandContext context)
    {
        if (ListCommand.Check(context.CommandLine, Changes) is { } refusal)
        {
            return context.Finish(refusal);
        }

        if (!ServiceLocation.Find(context).Succeeded(out var address, out var answer))
        {
            return context.Finish(answer);
        }

        var service = context.Environment.Connect(address);
        using (service as IDisposable)
        {
            var asked = await service.GetPendingChangesAsync(context.CancellationToken);
            return asked.Succeeded(out var pending, out var problem)
                ? ListCommand.Print(context, Changes, Matching(context, pending.Items))
                : context.Finish(ServiceAnswers.For(problem, address, ""));
        }
    }

    private static ImmutableArray<PendingChange> Matching(CommandContext context, IReadOnlyList<PendingChange> changes) =>
    [
        .. changes.Where(change => ListCommand.Matches(context.CommandLine, Changes, change)
            && (context.CommandLine.Identifier is not { } id || id.Equals(Changes.Name(change), StringComparison.OrdinalIgnoreCase))),
    ];

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}

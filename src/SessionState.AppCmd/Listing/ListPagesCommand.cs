using System.Collections.Immutable;
using System.Globalization;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Listing;

/// <summary><c>list page</c>: pages that say something about session state, or use it.</summary>
internal static class ListPagesCommand
{
    private static ListedKind<ListedPage> Pages { get; } = new(
        "PAGE",
        [
            new("PAGE.NAME", page => page.Name, Alias: "name"),
            new("runtime", page => page.Runtime, InLine: "runtime"),
            new("enableSessionState", page => page.EnableSessionState, InLine: "enableSessionState"),
            new("directiveLine", page => Text(page.DirectiveLine)),
            new("sessionLine", page => Text(page.SessionLine), InLine: "sessionLine"),
            new("uses", page => Text(page.Uses), InLine: "uses"),
            new("file", page => page.File),
        ],
        page => page.Name,
        (_, _) => throw new NotSupportedException("Pages are read below a path."));

    public static async Task<int> RunAsync(CommandContext context)
    {
        if (ListCommand.Check(context.CommandLine, Pages) is { } refusal)
        {
            return context.Finish(refusal);
        }

        if (!ServerReaders.Open(context).Succeeded(out var reader, out var answer))
        {
            return context.Finish(answer);
        }

        using (reader)
        {
            var resolved = await Identifiers.ToPathAsync(reader, context.CommandLine.Identifier, context.CancellationToken);
            if (!resolved.Succeeded(out var path, out answer))
            {
                return context.Finish(answer);
            }

            var read = await reader.FindPagesAsync(path, context.CancellationToken);
            return read.Succeeded(out var pages, out answer) ? Print(context, pages) : context.Finish(answer);
        }
    }

    private static int Print(CommandContext context, ListedPages pages)
    {
        var matching = pages.Pages.Where(page => ListCommand.Matches(context.CommandLine, Pages, page)).ToImmutableArray();
        var exitCode = ListCommand.Print(context, Pages, matching);
        foreach (var note in pages.Notes)
        {
            context.Output.Note(note);
        }

        return exitCode;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

using System.Collections.Immutable;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Listing;

/// <summary><c>list site</c>, <c>list app</c> and <c>list vdir</c>.</summary>
internal static class ListCommand
{
    public static async Task<int> RunAsync<T>(CommandContext context, ListedKind<T> kind)
    {
        if (Check(context.CommandLine, kind) is { } refusal)
        {
            return context.Finish(refusal);
        }

        if (!ServerReaders.Open(context).Succeeded(out var reader, out var answer))
        {
            return context.Finish(answer);
        }

        using (reader)
        {
            var read = await FindAsync(context, kind, reader);
            return read.Succeeded(out var items, out answer) ? Print(context, kind, [.. items]) : context.Finish(answer);
        }
    }

    internal static Answer? Check<T>(CommandLine commandLine, ListedKind<T> kind)
    {
        if (commandLine.Has("config"))
        {
            return Answers.Error(ExitCode.Usage, $"The parameter \"config\" is not supported for {kind.ObjectName}; see list config.");
        }

        var names = commandLine.Properties.Select(property => property.Name);
        if (commandLine.Value("text") is { } shown && shown != "*")
        {
            names = names.Append(shown);
        }

        return names.FirstOrDefault(name => kind.Find(name) is null) is { } unknown ? Answers.UnknownAttribute(unknown) : null;
    }

    internal static bool Matches<T>(CommandLine commandLine, ListedKind<T> kind, T item) => commandLine.Properties.All(
        property => kind.Find(property.Name)!.Read(item).Equals(property.Value ?? "", StringComparison.OrdinalIgnoreCase));

    private static async Task<Outcome<IReadOnlyList<T>>> FindAsync<T>(CommandContext context, ListedKind<T> kind, IServerReader reader)
    {
        var commandLine = context.CommandLine;
        var read = await kind.ReadAsync(reader, context.CancellationToken);
        if (!read.Succeeded(out var items, out var answer))
        {
            return answer;
        }

        var matching = items.Where(item => Matches(commandLine, kind, item));
        if (context.Piped is { } piped)
        {
            return matching.Where(item => piped.Any(one => BelongsTo(kind, item, one))).ToList();
        }

        if (commandLine.Identifier is { } identifier)
        {
            var resolved = await Identifiers.ToPathAsync(reader, identifier, context.CancellationToken);
            if (!resolved.Succeeded(out var path, out answer))
            {
                return answer;
            }

            matching = Identifiers.IsAddress(identifier) ? Serving(matching, kind, path) : Named(matching, kind, path);
        }

        return matching.ToList();
    }

    // The piped object is it or names it, or is named by it; else the path tells: what is below a site is the site's.
    private static bool BelongsTo<T>(ListedKind<T> kind, T item, PipedObject one) =>
        one.Attributes.GetValueOrDefault($"{kind.ObjectName}.NAME") is { } named ? IsSame(kind.Name(item), named)
        : kind.Find(one.NameAttribute) is { } column ? IsSame(column.Read(item), one.Name!)
        : ReferenceEquals(kind, ListedKinds.Sites) ? IsSame(kind.Name(item), one.Name!.Split('/')[0])
        : (kind.Name(item).TrimEnd('/') + "/").StartsWith(one.Name!.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string one, string other) => one.TrimEnd('/').Equals(other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<T> Named<T>(IEnumerable<T> items, ListedKind<T> kind, string path) =>
        items.Where(item => kind.Name(item).TrimEnd('/').Equals(path, StringComparison.OrdinalIgnoreCase));

    // An address finds what serves it: the object with the longest name that the path begins with.
    private static IEnumerable<T> Serving<T>(IEnumerable<T> items, ListedKind<T> kind, string path) => items
        .Where(item => (path + "/").StartsWith(kind.Name(item).TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(item => kind.Name(item).TrimEnd('/').Length)
        .Take(1);

    internal static int Print<T>(CommandContext context, ListedKind<T> kind, ImmutableArray<T> items)
    {
        var output = context.Output;
        if (context.CommandLine.Has("xml"))
        {
            ObjectWriter.WriteXml(output, kind, items);
            return items.IsEmpty ? ExitCode.Nothing : ExitCode.Success;
        }

        var text = context.CommandLine.Value("text");
        var column = text is null or "*" ? null : kind.Find(text);
        foreach (var item in items)
        {
            if (column is not null)
            {
                output.Line(column.Read(item));
            }
            else if (text == "*")
            {
                ObjectWriter.WriteDetails(output, kind, item);
            }
            else
            {
                ObjectWriter.WriteLine(output, kind, item);
            }
        }

        return items.IsEmpty ? ExitCode.Nothing : ExitCode.Success;
    }
}

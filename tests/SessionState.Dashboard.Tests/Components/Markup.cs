using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>Finds things as a person does: by what they are and what they are called.</summary>
internal static class Markup
{
    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("button").Single(button => button.Name() == name);

    public static bool HasButton<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("button").Any(button => button.Name() == name);

    public static IElement Chip<T>(this IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button.chip").Single(chip => chip.Words().StartsWith(text + " ", StringComparison.Ordinal));

    public static IElement Field<T>(this IRenderedComponent<T> page, string label)
        where T : IComponent
    {
        var named = page.FindAll("input, textarea, select").FirstOrDefault(field => field.GetAttribute("aria-label") == label);
        if (named is not null)
        {
            return named;
        }

        var element = page.FindAll("label").First(candidate => candidate.Words().StartsWith(label, StringComparison.Ordinal));
        return element.GetAttribute("for") is { } id ? page.Find("#" + id) : element.QuerySelector("input, textarea, select")!;
    }

    public static IElement Row<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("[role=row][aria-level]").Single(row => row.QuerySelector(".node-name")!.Words().Split(' ', 2)[1] == name);

    public static string[] RowNames<T>(this IRenderedComponent<T> page)
        where T : IComponent => [.. page.FindAll("[role=row][aria-level] .node-name").Select(name => name.Words().Split(' ', 2)[1])];

    public static string Name(this IElement element) => element.GetAttribute("aria-label") ?? element.Words();

    /// <summary>The text as it is read: a blank between elements, unless they are within a word, and never more than one.</summary>
    public static string Words(this IElement element) => string.Join(' ', Text(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(INode node) => node is not IElement element ? node.TextContent
        : string.Concat(element.ChildNodes.Where(child => child is IElement or IText).Select(child => child is IElement { LocalName: not ("mark" or "strong") } ? $" {Text(child)} " : Text(child)));
}

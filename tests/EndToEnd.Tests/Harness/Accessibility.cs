using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Fails with every violation, its element and the advice.</summary>
    public static async Task AssertAccessibleAsync(this IPage page, string state)
    {
        var result = await page.RunAxe(Rules);
        var violations = result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"{violation.Id} [{violation.Impact}] {node.Target}\n  {node.Html}\n  {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
        var text = string.Join('\n', violations);
        Assert.True(text.Length == 0, $"{state}:\n{text}");
    }
}

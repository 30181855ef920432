using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

/// <summary>What axe finds in one state of a page after another; everything is told at once.</summary>
internal sealed class AccessibilityReport(IPage page)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly List<string> _findings = [];

    public async Task CheckAsync(string state)
    {
        var result = await page.RunAxe(Rules);
        _findings.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => Describe(state, violation, node))));
    }

    public void AssertClean() => Assert.True(_findings.Count == 0, string.Join('\n', _findings));

    private static string Describe(string state, AxeResultItem violation, AxeResultNode node) =>
        $"{state}: {violation.Id} [{violation.Impact}] {node.Target}\n  {node.Html}\n  "
        + string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message));
}

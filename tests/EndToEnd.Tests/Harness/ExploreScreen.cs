using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Harness;

/// <summary>The Explore screen, found by roles and names as a person finds it.</summary>
internal sealed class ExploreScreen(IPage page)
{
    public ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search sites and applications" });

    public ILocator Tree => page.GetByRole(AriaRole.Treegrid, new() { Name = "Sites and applications" });

    public ILocator AnyCell => page.GetByRole(AriaRole.Gridcell);

    public ILocator Details => page.GetByRole(AriaRole.Region, new() { Name = "Details", Exact = true });

    public ILocator Value => Details.GetByRole(AriaRole.Region, new() { Name = "ASP session state", Exact = true });

    public ILocator Ladder => Details.GetByRole(AriaRole.Region, new() { NameRegex = new("^Why it is so") }).GetByRole(AriaRole.Listitem);

    public ILocator Reason => Details.GetByRole(AriaRole.Textbox, new() { Name = "Reason" });

    public ILocator Review => page.GetByRole(AriaRole.Dialog, new() { Name = "Review the change" });

    public ILocator Apply => Review.GetByRole(AriaRole.Button, new() { NameRegex = new("^Turn ASP") });

    public ILocator Done => page.GetByText(new Regex("^Done: "));

    /// <summary>A row by what it is called, for example "Application shop".</summary>
    public ILocator Row(string name) => Tree.GetByRole(AriaRole.Row, new() { NameRegex = new($"^{Regex.Escape(name)}\\b") });

    /// <summary>Searches, and opens the only row of that name.</summary>
    public async Task OpenAsync(string search, string row)
    {
        await Search.FillAsync(search);
        await Expect(page).ToHaveURLAsync(new Regex($"q={Regex.Escape(Uri.EscapeDataString(search))}"));
        await Row(row).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"node={Regex.Escape(Uri.EscapeDataString(search))}"));
        await Expect(Value).ToBeVisibleAsync();
    }

    /// <summary>Fills in the form, up to the open review.</summary>
    public async Task ReviewAsync(string value, string reason)
    {
        await Details.GetByRole(AriaRole.Group, new() { Name = "New value" }).GetByText(value, new() { Exact = true }).ClickAsync();
        await Reason.FillAsync(reason);
        await Details.GetByRole(AriaRole.Button, new() { Name = "Review change" }).ClickAsync();
        await Expect(Review).ToBeVisibleAsync();
    }
}

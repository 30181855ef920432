using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

/// <summary>The Audit screen.</summary>
internal sealed class AuditScreen(IPage page)
{
    /// <summary>The rows below the head, newest first.</summary>
    public ILocator Rows => page.GetByRole(AriaRole.Region, new() { Name = "Audit records" }).GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator Record => page.GetByRole(AriaRole.Region, new() { Name = "Record", Exact = true });

    public Task GoAsync() => page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
}

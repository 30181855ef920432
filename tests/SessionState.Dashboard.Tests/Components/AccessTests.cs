using Bunit;
using SessionState.Contracts;
using SessionState.Dashboard.Components.Pages;

namespace SessionState.Dashboard.Tests.Components;

public sealed class AccessTests : DashboardContext
{
    [Fact]
    public async Task Grants_SayWhoHasWhatWhereAndFromWhom()
    {
        Service.Grants.Give("hedda", "HelpDesk", "Contoso");
        var page = await AccessAsync();

        Assert.Equal("1 grant", page.Find("#grants-title").Words());
        Assert.Equal(
            "hedda hedda of local HelpDesk Contoso no end Ann Example 1 Jan 1970 End", page.Find(".grant-table tbody tr").Words());
    }

    [Fact]
    public async Task Give_FilledIn_AddsTheGrantAndEmptiesTheForm()
    {
        var page = await AccessAsync();

        await FillAsync(page, ("grant-id", "otto"), ("grant-role", "Operator"), ("grant-path", "Fabrikam"), ("grant-reason", "New colleague"));
        await page.Button("Give").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll(".grant-table tbody tr")));
        Assert.Contains("otto of local Operator Fabrikam", page.Find(".grant-table tbody tr").Words(), StringComparison.Ordinal);
        Assert.Equal("", page.Find("#grant-id").GetAttribute("value"));
    }

    [Fact]
    public async Task Give_WithoutNameRoleAndReason_NamesTheFieldsAndAsksNobody()
    {
        var page = await AccessAsync();

        await page.Button("Give").ClickAsync(new());

        Assert.Equal(["grant-id-error", "grant-role-error", "grant-reason-error"], page.FindAll(".field-error").Select(error => error.Id));
        Assert.Empty(Service.Grants.List.Grants);
    }

    [Fact]
    public async Task Give_Refused_SaysWhyAndKeepsTheForm()
    {
        Service.Grants.Problem = new(ProblemCodes.Forbidden, "Not allowed", "Operator on Contoso is more than you hold.", 403);
        var page = await AccessAsync();

        await FillAsync(page, ("grant-id", "otto"), ("grant-role", "Operator"), ("grant-reason", "New colleague"));
        await page.Button("Give").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Contains("more than you hold", page.Find("[role=alert]").Words(), StringComparison.Ordinal));
        Assert.Equal("otto", page.Find("#grant-id").GetAttribute("value"));
    }

    [Fact]
    public async Task End_WithAReason_TakesTheGrantAway()
    {
        Service.Grants.Give("hedda", "HelpDesk", "Contoso");
        var page = await AccessAsync();

        await page.Find(".grant-end button").ClickAsync(new());
        await page.Button("End the grant").ClickAsync(new());
        Assert.Equal("end-reason-error", page.Find(".field-error").Id);
        await page.Find("#end-reason").ChangeAsync(new() { Value = "She left" });
        await page.Button("End the grant").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".grant-table tbody tr")));
    }

    [Fact]
    public async Task Question_IsAnsweredWithTheGrantAndWhoGaveIt()
    {
        Service.Grants.Give("hedda", "HelpDesk", "Contoso");
        var page = await AccessAsync();

        await page.FindAll("section form input")[^3].ChangeAsync(new() { Value = "hedda" });
        await page.Button("Ask").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal(Enum.GetValues<Permission>().Length, page.FindAll(".access-answers li").Count));
        var answers = page.FindAll(".access-answers li").Select(answer => answer.Words()).ToList();
        Assert.Equal("Yes: Set values HelpDesk on Contoso, given by Ann Example", answers[(int)Permission.SessionSet]);
        Assert.Equal("No: Lock, unlock and repair No grant allows it", answers[(int)Permission.LockSet]);
    }

    private async Task<IRenderedComponent<Access>> AccessAsync()
    {
        await StartFeedAsync();
        var page = Render<Access>();
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll(".grant-table")));
        return page;
    }

    private static async Task FillAsync(IRenderedComponent<Access> page, params (string Id, string Value)[] fields)
    {
        foreach (var (id, value) in fields)
        {
            await page.Find($"#{id}").ChangeAsync(new() { Value = value });
        }
    }
}

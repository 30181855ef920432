using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Accounts;
using SessionState.Dashboard.SignIn.Sessions;
using SessionState.Dashboard.Tests.Hosting;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Accounts and what they keep in the database. ASVS 7.4.2, 7.4.5, 8.2.1.</summary>
public class AccountAdministrationTests(string? postgreSql = null) : AccountTests(postgreSql), IAsyncLifetime
{
    private const string BobsPassword = "kettle orbit maple quartz";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ActingUser Ann { get; set; } = null!;

    private AccountAdministration Administration => Dashboard.Services.GetRequiredService<AccountAdministration>();

    private OwnAccount Own => Dashboard.Services.GetRequiredService<OwnAccount>();

    private SessionBook Sessions => Dashboard.Services.GetRequiredService<SessionBook>();

    public async ValueTask InitializeAsync()
    {
        using var browser = Dashboard.CreateBrowser();
        await Dashboard.AnnouncedAsync();
        using var made = await browser.SetUpAsync(Dashboard.SetupLink);
        Ann = (await FindAsync(AccountForms.Name)).ToActingUser();
    }

    [Fact]
    public async Task Invitation_Accepted_SignsInAndIsUsedUp()
    {
        var token = await InviteBobAsync();
        using var browser = Dashboard.CreateBrowser();
        using var other = Dashboard.CreateBrowser();

        using var answer = await AcceptAsync(browser, token);
        using var again = await other.GetAsync(new Uri($"/signin/invitation?token={token}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account"));
        Assert.Contains("has been used or is too old", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("Active", (await Administration.ListAsync(Ann))!.Single(account => account.Name == "bob").State);
    }

    [Fact]
    public async Task Invitation_AcceptedByTwoAtOnce_LetsOneIn()
    {
        var token = await InviteBobAsync();
        var attempts = Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = Dashboard.Services.CreateAsyncScope();
            var making = scope.ServiceProvider.GetRequiredService<AccountMaking>();
            return await making.InvitedAsync(token) is { } account && await making.AcceptAsync(token, account, BobsPassword);
        });

        Assert.Single(await Task.WhenAll(attempts), accepted => accepted);
    }

    [Fact]
    public async Task Invitation_ThreeDaysOld_IsRefused()
    {
        var token = await InviteBobAsync();
        Dashboard.Clock.Advance(Invitation.Lifetime);
        await using var scope = Dashboard.Services.CreateAsyncScope();

        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountMaking>().InvitedAsync(token));
    }

    [Fact]
    public async Task Invitation_MadeAnew_ReplacesTheFirst()
    {
        var first = await InviteBobAsync();
        var second = (await Administration.InviteAgainAsync(Ann, (await FindAsync("bob")).Id)).Token!;
        await using var scope = Dashboard.Services.CreateAsyncScope();
        var making = scope.ServiceProvider.GetRequiredService<AccountMaking>();

        Assert.Null(await making.InvitedAsync(first));
        Assert.Equal("bob", (await making.InvitedAsync(second))?.UserName);
    }

    [Theory]
    [InlineData("ann", "Ann Again")]
    [InlineData("ANN", "Ann Again")]
    [InlineData("carl", "")]
    public async Task Account_WithANameThatIsTakenOrMissing_IsRefused(string name, string displayName)
    {
        var invited = await Administration.InviteAsync(Ann, name, displayName, isAdministrator: false);

        Assert.Null(invited.Token);
        Assert.NotEmpty(invited.Refusal!);
        Assert.Single((await Administration.ListAsync(Ann))!);
    }

    [Fact]
    public async Task Account_Disabled_IsOutAtOnceAndStaysOut()
    {
        using var browser = Dashboard.CreateBrowser();
        using var accepted = await AcceptAsync(browser, await InviteBobAsync());
        var bob = await FindAsync("bob");

        Assert.Null(await Administration.DisableAsync(Ann, bob.Id, isDisabled: true));

        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/account"));
        using var again = await browser.SignInAsync("bob", BobsPassword);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Null(await Administration.DisableAsync(Ann, bob.Id, isDisabled: false));
        using var later = await browser.SignInAsync("bob", BobsPassword);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Person_WhoDoesNotAdministerAccounts_MayDoNothing()
    {
        await InviteBobAsync();
        var bob = (await FindAsync("bob")).ToActingUser();

        Assert.Null(await Administration.ListAsync(bob));
        Assert.Equal(AccountAdministration.Forbidden, (await Administration.InviteAsync(bob, "carl", "Carl", true)).Refusal);
        Assert.Equal(AccountAdministration.Forbidden, (await Administration.InviteAgainAsync(bob, Ann.Subject)).Refusal);
        Assert.Equal(AccountAdministration.Forbidden, await Administration.DisableAsync(bob, Ann.Subject, isDisabled: true));
        Assert.Null(await Administration.ListAsync(Ann with { Issuer = "https://idp.example" }));
    }

    [Fact]
    public async Task Administrator_CannotShutThemselvesOut() =>
        Assert.Contains("cannot disable yourself", await Administration.DisableAsync(Ann, Ann.Subject, isDisabled: true), StringComparison.Ordinal);

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsOfThePerson()
    {
        var here = await Sessions.StartAsync(Ann, "password", "", "");
        var there = await Sessions.StartAsync(Ann, "password", "", "");

        Assert.Contains("not right", await Own.ChangePasswordAsync(Ann, here, "walnut ladder quiet oboe", BobsPassword), StringComparison.Ordinal);
        Assert.Null(await Own.ChangePasswordAsync(Ann, here, AccountForms.Password, BobsPassword));

        Assert.Equal([true, false], new[] { here, there }.Select(Sessions.IsLive));
        using var browser = Dashboard.CreateBrowser();
        using var answer = await browser.SignInAsync(password: BobsPassword);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Passkey_IsKeptRenamedAndRemovedWithTheOtherSessions()
    {
        byte[] id = [0, 255, 7, 128];
        await using (var scope = Dashboard.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var added = await users.AddOrUpdatePasskeyAsync(
                (await users.FindByIdAsync(Ann.Subject))!, new(id, [1, 2], Dashboard.Clock.GetUtcNow(), 5, ["usb"], true, true, false, [3], [4]));
            Assert.True(added.Succeeded);
        }

        var other = await Sessions.StartAsync(Ann, "passkey", "", "");
        Assert.Null(await Own.RenamePasskeyAsync(Ann, id, "Blue key"));
        var passkey = Assert.Single((await Own.FindAsync(Ann))!.Passkeys);
        Assert.Equal(("Blue key", Dashboard.Clock.GetUtcNow()), (passkey.Name, passkey.Created));
        Assert.Equal(id, passkey.Id);

        Assert.Null(await Own.RemovePasskeyAsync(Ann, null, id));

        Assert.Empty((await Own.FindAsync(Ann))!.Passkeys);
        Assert.False(Sessions.IsLive(other));
    }

    private async Task<string> InviteBobAsync() => (await Administration.InviteAsync(Ann, "bob", "Bob Example", isAdministrator: false)).Token!;

    private static async Task<HttpResponseMessage> AcceptAsync(HttpClient browser, string token)
    {
        var page = await browser.GetStringAsync(new Uri($"/signin/invitation?token={token}", UriKind.Relative), Cancel);
        return await browser.SubmitAsync(page, "/signin/invitation", ("password", BobsPassword), ("again", BobsPassword));
    }

    private async Task<Account> FindAsync(string name)
    {
        await using var scope = Dashboard.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsContext>().Users.AsNoTracking().SingleAsync(account => account.UserName == name, Cancel);
    }
}

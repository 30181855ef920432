using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Components.People;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>The local accounts, for whoever administers them.</summary>
public sealed partial class Accounts
{
    private ActingUser? _user;
    private IReadOnlyList<AccountSummary>? _accounts;
    private string? _refusal;
    private string? _inviteRefusal;
    private string? _invited;
    private string? _link;
    private int _invitations;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    private AccountAdministration Administration { get; init; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Switch(AccountSummary account) => account.IsDisabled ? "Enable" : "Disable";

    private async Task LoadAsync()
    {
        _user = await Person.GetAsync();
        _accounts = _user is null ? null : await Administration.ListAsync(_user);
    }

    private async Task InviteAsync(NewAccount wanted)
    {
        var (token, refusal) = await ActAsync(user => Administration.InviteAsync(user, wanted.Name, wanted.DisplayName, wanted.IsAdministrator));
        _inviteRefusal = refusal;
        if (token is not null)
        {
            Show(wanted.DisplayName, token);
            _invitations++;
        }
    }

    private async Task InviteAgainAsync(AccountSummary account)
    {
        (var token, _refusal) = await ActAsync(user => Administration.InviteAgainAsync(user, account.Id));
        if (token is not null)
        {
            Show(account.DisplayName, token);
        }
    }

    private async Task DisableAsync(AccountSummary account) =>
        _refusal = (await ActAsync(async user => new Invited(null, await Administration.DisableAsync(user, account.Id, !account.IsDisabled)))).Refusal;

    private async Task<Invited> ActAsync(Func<ActingUser, Task<Invited>> work)
    {
        _link = null;
        if (await Person.GetAsync() is not { } user)
        {
            return new(null, "Your session has ended.");
        }

        var result = await work(user);
        await LoadAsync();
        return result;
    }

    private void Show(string name, string token) => (_invited, _link) = (name, $"{Navigation.BaseUri}{DashboardUrls.Invitation}?token={token}");
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Components.Grants;
using SessionState.Dashboard.Model.Changes;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Grants;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>Who may do what, and why: the grants that the person may manage, a form for another one, and "what can X do?".</summary>
public sealed partial class Access : FeedComponent
{
    private GrantOffice? _office;
    private const string Purpose = "give a grant";

    private EndGrantDialog _end = default!;
    private bool _restored;
    private string _policy = "";

    [Inject]
    public required PersonalService Service { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required BrowserClock Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required FreshSignIn SignIn { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _office = new(Service, Clock);
        _policy = Feed.Current.Policy;
        _office.Restore(await SignIn.TakeBackAsync<GrantForm>(Purpose));
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_restored && _office?.List is { } list)
        {
            _restored = true;
            await _end.RestoreAsync(list.Grants);
        }
    }

    // Somebody else gave or ended one.
    protected override async Task FollowAsync(FeedChange change)
    {
        if (_office is not null && change.State.Policy != _policy)
        {
            _policy = change.State.Policy;
            await LoadAsync();
        }
    }

    private Task LoadAsync() => _office!.LoadAsync(CancellationToken.None);

    private Task StepAsync(NextStep step) => step == NextStep.SignInAgain ? SignIn.GoAsync(Purpose, _office!.Form) : GiveAsync();

    private async Task GiveAsync()
    {
        if (await Person.GetAsync() is { } user && await _office!.GiveAsync(user, CancellationToken.None) is { } grant)
        {
            Snackbar.Add($"{GrantText.Who(grant.Subject)} has {grant.Role} on {GrantText.Place(grant.Path)}.", Severity.Success);
        }
    }
}

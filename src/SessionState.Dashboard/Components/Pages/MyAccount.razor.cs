using Microsoft.AspNetCore.Components;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Components.Pages;

/// <summary>Who one is here, with what one signs in, and where one is signed in.</summary>
public sealed partial class MyAccount
{
    private ActingUser? _user;
    private OwnAccountView? _own;
    private int _loads;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    private OwnAccount Own { get; init; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _user = await Person.GetAsync();
        _own = _user is null ? null : await Own.FindAsync(_user);

        // What was changed may have ended sessions.
        _loads++;
    }
}

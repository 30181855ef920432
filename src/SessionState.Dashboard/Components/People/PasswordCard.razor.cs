using Microsoft.AspNetCore.Components;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Components.People;

public sealed partial class PasswordCard
{
    private string _current = "";
    private string _wanted = "";
    private string _again = "";
    private string? _refusal;
    private string? _done;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    private OwnAccount Own { get; init; } = default!;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private async Task ChangeAsync()
    {
        _done = null;
        if (await Person.GetAsync() is not { } user)
        {
            return;
        }

        _refusal = _wanted == _again
            ? await Own.ChangePasswordAsync(user, await Person.GetSessionAsync(), _current, _wanted)
            : "The two new passwords differ.";
        if (_refusal is null)
        {
            (_current, _wanted, _again) = ("", "", "");
            _done = "Done: the password is changed.";
            await OnChanged.InvokeAsync();
        }
    }
}

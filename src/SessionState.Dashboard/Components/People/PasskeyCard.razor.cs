using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SessionState.Dashboard.Components.Controls;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Components.People;

public sealed partial class PasskeyCard : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private Passkey? _renamed;
    private string _name = "";
    private string? _refusal;
    private string? _done;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    private OwnAccount Own { get; init; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Passkey> Passkeys { get; set; } = [];

    [Parameter]
    public EventCallback OnChanged { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeQuietlyAsync();
        }
    }

    private async Task AddAsync()
    {
        (_refusal, _done) = (null, null);
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "/js/passkey.js");
        _refusal = await _module.InvokeAsync<string?>("create", $"Passkey {Passkeys.Count + 1}");
        await DoneAsync("Done: the passkey is added.");
    }

    private void StartRename(Passkey passkey) => (_renamed, _name, _refusal, _done) = (passkey, passkey.Name, null, null);

    private async Task RenameAsync()
    {
        if (await Person.GetAsync() is { } user && _renamed is { } passkey)
        {
            _refusal = await Own.RenamePasskeyAsync(user, passkey.Id, _name);
            _renamed = _refusal is null ? null : passkey;
            await DoneAsync("Done: the passkey is renamed.");
        }
    }

    private async Task RemoveAsync(Passkey passkey)
    {
        if (await Person.GetAsync() is { } user)
        {
            _refusal = await Own.RemovePasskeyAsync(user, await Person.GetSessionAsync(), passkey.Id);
            await DoneAsync($"Done: {passkey.Name} no longer opens your account. You are signed out everywhere but here.");
        }
    }

    private async Task DoneAsync(string message)
    {
        if (_refusal is null)
        {
            _done = message;
            await OnChanged.InvokeAsync();
        }
    }
}

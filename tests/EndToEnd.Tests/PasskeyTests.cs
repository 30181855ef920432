using EndToEnd.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Passkeys with the browser's virtual authenticator: no device was used.</summary>
public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Ask = """
        async () => {
          const token = document.querySelector('[data-passkey-sign-in] [name=__RequestVerificationToken]').value;
          const answer = await fetch('/signin/passkey/options', { method: 'POST', headers: { RequestVerificationToken: token } });
          return await answer.text();
        }
        """;

    private const string Answer = """
        async options => {
          const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
          return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
        }
        """;

    private const string Send = """
        credential => {
          const form = document.querySelector('[data-passkey-sign-in]');
          form.elements.namedItem('credential').value = credential;
          form.submit();
        }
        """;

    private DashboardProgram _dashboard = null!;
    private IPage _page = null!;
    private AccountScreen _screen = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _dashboard = await DashboardProgram.StartAsync(Cancel, "--SignIn:Local", "true");
        _page = await (await chromium.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce })).NewPageAsync();
        _page.SetDefaultTimeout(Chromium.Patience);
        _screen = new(_page);
        await _screen.SetUpAsync(await _dashboard.SetupLinkAsync(Cancel));
        await _screen.OpenAsync(_dashboard.NamedAddress);
    }

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Passkey_AddedAndRenamed_SignsInUntilItIsRemoved()
    {
        await _page.PlugInAsync();
        await AddAsync();
        await _screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await _screen.Passkeys.GetByLabel("Name of the passkey").FillAsync("Yellow key");
        await _screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(_screen.Passkeys).ToContainTextAsync("Yellow key");
        await SignOutAsync();

        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await _screen.ReadyAsync();
        await _screen.OpenAsync(_dashboard.NamedAddress);
        await Expect(_screen.Sessions).ToContainTextAsync("signed in with passkey");
        await _screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Remove Yellow key" }).ClickAsync();
        await Expect(_screen.Passkeys).ToContainTextAsync("no longer opens your account");
        await SignOutAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That passkey does not let you in");
    }

    [Fact]
    public async Task Passkey_UsedOnAnotherPortOfTheSameHost_IsRefused()
    {
        await using var other = await DashboardProgram.StartAsync(Cancel, "--SignIn:Local", "true");
        await _page.PlugInAsync();
        await AddAsync();
        await SignOutAsync();
        var question = await _page.EvaluateAsync<string>(Ask);
        await _page.GotoAsync($"{other.NamedAddress}/signin");
        var answer = await _page.EvaluateAsync<string>(Answer, question);
        await _page.GotoAsync($"{_dashboard.NamedAddress}/signin");

        await _page.EvaluateAsync(Send, answer);

        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That passkey does not let you in");
        await _dashboard.LineAsync("Sign-in with passkey as a passkey from .* was refused: .*origin", Cancel);
    }

    [Theory]
    [InlineData("replayed")]
    [InlineData("{}")]
    [InlineData("no json")]
    public async Task Answer_ReplayedOrMalformed_IsRefused(string answer)
    {
        await _page.PlugInAsync();
        await AddAsync();
        await SignOutAsync();
        if (answer == "replayed")
        {
            answer = await _page.EvaluateAsync<string>(Answer, await _page.EvaluateAsync<string>(Ask));
            await _page.EvaluateAsync(Send, answer);
            await _screen.ReadyAsync();
            await SignOutAsync();
        }

        await _page.EvaluateAsync<string>(Ask);
        await _page.EvaluateAsync(Send, answer);

        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That passkey does not let you in");
    }

    [Fact]
    public async Task Key_ThatDoesNotVerifyItsOwner_IsNotTaken()
    {
        await _page.PlugInAsync(verifiesUser: false);

        await _screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();

        await Expect(_screen.Passkeys.GetByRole(AriaRole.Alert)).ToContainTextAsync("The browser gave no passkey");
        await Expect(_screen.Passkeys.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
    }

    private async Task AddAsync()
    {
        await _screen.Passkeys.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(_screen.Passkeys).ToContainTextAsync("Done: the passkey is added.");
    }

    private async Task SignOutAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account and settings") }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(_screen.SignInHeading).ToBeVisibleAsync();
    }
}

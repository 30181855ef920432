using SessionState.Contracts;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.Tests.Support;
using SessionState.Tests.Shared;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>Who comes and goes gets into the audit, also when the Service does not answer for a while. ASVS 16.3.1.</summary>
public sealed class SignInRecorderTests : IDisposable
{
    private static readonly ActingUser Ada = new("local", "ada", "Ada Lovelace");
    private static readonly Problem Silent = new(ProblemCodes.Unavailable, "No answer", "Nothing answers.", 503);

    private readonly FakeConfigurationService _service = new();
    private readonly ManualTime _time = new();
    private readonly ListLogger<SignInRecorder> _log = new();
    private readonly SignInRecorder _recorder;

    public SignInRecorderTests() => _recorder = new(_service, _time, _log);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public async Task SignInSignOutAndFailure_AreRecordedInOrderWithTheirMethods()
    {
        await _recorder.StartAsync(Cancel);

        _recorder.SignedIn(Ada, "passkey");
        _recorder.Refused("mallory", "password");
        _recorder.SignedOut(Ada, "passkey");

        Assert.Equal((Ada, new SignInEvent(SignInKind.SignedIn, "passkey") { At = _time.GetUtcNow() }), await NextAsync());
        Assert.Equal(
            (new ActingUser("claimed", "mallory", "mallory"), new SignInEvent(SignInKind.Failed, "password") { At = _time.GetUtcNow() }),
            await NextAsync());
        Assert.Equal((Ada, new SignInEvent(SignInKind.SignedOut, "passkey") { At = _time.GetUtcNow() }), await NextAsync());
    }

    [Fact]
    public async Task SignIn_ServiceDoesNotAnswer_IsTriedAgainUntilItDoes()
    {
        _service.SignInProblem = Silent;
        await _recorder.StartAsync(Cancel);
        var happened = _time.GetUtcNow();
        _recorder.SignedIn(Ada, "link");
        await NextAsync();
        Assert.Contains("Nothing answers.", await _log.NextAsync("Sign-ins are not recorded", Cancel), StringComparison.Ordinal);

        _service.SignInProblem = null;
        await _time.WhenWaitedForAsync(SignInRecorder.RetryAfter, Cancel);
        _time.Advance(SignInRecorder.RetryAfter);

        var (user, recorded) = await NextAsync();
        Assert.Equal((Ada, happened), (user, recorded.At));
    }

    [Fact]
    public async Task SignIn_ServiceRefusesIt_IsInTheLogAndTheNextGoesOn()
    {
        _service.SignInProblem = new(ProblemCodes.Invalid, "No", "The method is none.", 422);
        await _recorder.StartAsync(Cancel);
        _recorder.SignedIn(Ada, "?");
        await NextAsync();
        Assert.Contains("Ada Lovelace", await _log.NextAsync("Not recorded in the audit", Cancel), StringComparison.Ordinal);

        _service.SignInProblem = null;
        _recorder.SignedOut(Ada, "link");

        Assert.Equal(SignInKind.SignedOut, (await NextAsync()).Happened.Kind);
    }

    [Fact]
    public async Task SignIn_TooManyWait_IsInTheLogByName()
    {
        for (var number = 0; number < SignInRecorder.Capacity; number++)
        {
            _recorder.SignedIn(Ada, "link");
        }

        _recorder.SignedIn(new("local", "bob", "Bob"), "link");

        Assert.Contains("Bob", await _log.NextAsync("Not recorded in the audit", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WhileSomeWait_TriesOnceMoreAndLogsWhatIsLost()
    {
        _service.SignInProblem = Silent;
        await _recorder.StartAsync(Cancel);
        _recorder.SignedIn(Ada, "link");
        _recorder.SignedOut(Ada, "link");
        await _time.WhenWaitedForAsync(SignInRecorder.RetryAfter, Cancel);

        await _recorder.StopAsync(Cancel);

        Assert.Contains("SignedIn of Ada Lovelace", await _log.NextAsync("Not recorded in the audit", Cancel), StringComparison.Ordinal);
        Assert.Contains("SignedOut of Ada Lovelace", await _log.NextAsync("Not recorded in the audit", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public async Task Refused_NameOfAnyLength_IsOneTheServiceTakes(int length)
    {
        await _recorder.StartAsync(Cancel);

        _recorder.Refused(new('x', length), "password");

        var (user, _) = await NextAsync();
        Assert.Equal(user, ActingUser.FromHeader(user.ToHeader()));
    }

    private async Task<(ActingUser User, SignInEvent Happened)> NextAsync() => await _service.SignIns.Reader.ReadAsync(Cancel);
}

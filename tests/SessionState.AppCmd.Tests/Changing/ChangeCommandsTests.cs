using SessionState.AppCmd.Tests.Support;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Changing;

public sealed class ChangeCommandsTests
{
    private const string Id = "0193f2a4-5d00-7000-8000-000000000001";

    [Fact]
    public async Task Set_ThatMustBeConfirmed_SaysHow()
    {
        var service = new FakeConfigurationService { ConfirmBy = new(2026, 11, 22, 16, 10, 0, TimeSpan.Zero) };
        FakeServer.Fill(service);

        var run = await Tool.RunAsync(service, "set", "config", "/section:asp", "/session.allowSessionState:False");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"It is taken back at 16:10:00 UTC unless it is confirmed: appcmd confirm change {service.Changes[0].Change.ChangeId}\n", run.Error);
    }

    [Fact]
    public async Task List_PrintsALineEach()
    {
        var service = Waiting();

        Assert.Equal(
            new Transcript(
                0,
                $"CHANGE \"{Id}\" (summary:Turn ASP sessions off for the whole server,who:Ada,confirmBy:2026-11-22T16:10:00Z,until:)\r\n",
                ""),
            await Tool.RunAsync(service, "list", "change"));
        Assert.Equal(new Transcript(0, $"{Id}\r\n", ""), await Tool.RunAsync(service, "list", "changes", "/text:CHANGE.ID"));
        Assert.Equal(1, (await Tool.RunAsync(service, "list", "change", "/who:Bob")).ExitCode);
    }

    [Fact]
    public async Task Confirm_ByItsId_IsConfirmed()
    {
        var service = Waiting();

        var run = await Tool.RunAsync(service, "confirm", "change", Id);

        Assert.Equal(new Transcript(0, $"CHANGE {Id} confirmed: Turn it off\r\n", ""), run);
        Assert.Equal(Guid.Parse(Id), Assert.Single(service.Confirmed));
    }

    [Fact]
    public async Task Undo_ByItsId_SendsReasonTicketAndDigest()
    {
        var service = Waiting();

        var run = await Tool.RunAsync(service, "undo", "change", Id, "/reason:too early", "/ticket:7");

        Assert.Equal(new Transcript(0, $"CHANGE {Id} taken back: Turned it on\r\n", ""), run);
        var (changeId, request) = Assert.Single(service.Undone);
        Assert.Equal((Guid.Parse(Id), "undo digest", "too early", "7"), (changeId, request.PlanDigest, request.Reason, request.Ticket));
    }

    [Fact]
    public async Task Undo_ChangedSince_SaysWhoAndDoesNothing()
    {
        var service = new FakeConfigurationService
        {
            PreviewProblem = new(ProblemCodes.ChangedSince, "Changed", "Bob changed it (audit record 9).", 409) { Remedy = "Look at it." },
        };

        Assert.Equal(
            new Transcript(1168, "ERROR ( message:Bob changed it (audit record 9). )\r\n", "Look at it.\n"),
            await Tool.RunAsync(service, "undo", "change", Id));
        Assert.Empty(service.Undone);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("undo")]
    public async Task ChangeCommand_WithoutAnId_IsAUsageError(string verb)
    {
        Assert.Equal(87, (await Tool.RunAsync(Waiting(), verb, "change")).ExitCode);
        Assert.Equal(87, (await Tool.RunAsync(Waiting(), verb, "change", "Contoso")).ExitCode);
    }

    private static FakeConfigurationService Waiting() => new()
    {
        Pending =
        [
            new(Guid.Parse(Id), "Turn ASP sessions off for the whole server", "", 1, "Ada", 7, new(2026, 11, 22, 16, 10, 0, TimeSpan.Zero), null, null),
        ],
    };
}

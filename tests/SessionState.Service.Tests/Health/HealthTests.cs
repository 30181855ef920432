using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Health;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Health;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_OfAServiceThatIsWell_FindsNothingToDo()
    {
        await using var service = await ServiceApplication.StartAsync();

        var health = (await service.Client.GetServerHealthAsync(Cancel)).Value!;

        Assert.All(health.Checks, check => Assert.True(check is { State: CheckState.Good, Remedy: null }, check.ToString()));
        Assert.Contains(health.Files, file => file.File == service.ApplicationHost && file.Hash is { Length: 64 });
        Assert.Equal((health.Files.Count, 0, Environment.UserName), (health.FileCount, health.UnreadCount, health.RunsAs));
    }

    [Fact]
    public async Task Health_Asked_WritesNothingBesideTheFiles()
    {
        await using var service = await ServiceApplication.StartAsync();
        var folder = Path.GetDirectoryName(service.ApplicationHost)!;
        var before = Directory.GetLastWriteTimeUtc(folder);

        await service.Client.GetServerHealthAsync(Cancel);

        Assert.Equal(before, Directory.GetLastWriteTimeUtc(folder));
        Assert.Equal([service.ApplicationHost], Directory.GetFiles(folder));
    }

    [Fact]
    public void Check_OfAServiceThatCannotRecord_SaysThatNothingCanBeChanged()
    {
        var check = HealthChecks.Recording("The disk is full.");

        Assert.Equal((CheckState.Bad, "Nothing can be changed. The disk is full."), (check.State, check.Sentence));
        Assert.NotNull(check.Remedy);
    }

    [Fact]
    public void Check_OfFoldersThatCannotBeWritten_NamesThemAndTheWayOut()
    {
        var check = HealthChecks.WebConfigs(["/srv/a", "/srv/b"], 40);

        Assert.Equal(CheckState.Warning, check.State);
        Assert.Equal(["/srv/a", "/srv/b"], check.Places);
        Assert.Contains("In 2 of 40 folders", check.Sentence, StringComparison.Ordinal);
        Assert.Contains("/srv/a", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfALookLongAgo_IsBad() => Assert.Equal(
        [CheckState.Good, CheckState.Bad],
        new[] { TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10) }.Select(since => HealthChecks.Watching(since).State));

    [Fact]
    public async Task Health_ForSomebodyWhoAdministersAPartOnly_IsNotTold()
    {
        await using var service = await GrantServer.StartAsync();

        var answer = await service.As(GrantServer.PersonOf(StandardRoles.Administrator)).GetServerHealthAsync(Cancel);

        Assert.Equal(ProblemCodes.Forbidden, answer.Problem?.Code);
    }

    [Fact]
    public async Task Health_ForAnAdministratorOfTheServer_IsTold()
    {
        await using var service = await GrantServer.StartAsync("");

        Assert.NotNull((await service.As(GrantServer.PersonOf(StandardRoles.Administrator)).GetServerHealthAsync(Cancel)).Value);
        Assert.Equal(ProblemCodes.Forbidden, (await service.As(GrantServer.PersonOf(StandardRoles.Operator)).GetServerHealthAsync(Cancel)).Problem?.Code);
    }
}

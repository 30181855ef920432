using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Changes;

/// <summary>A change as a script, over the wire.</summary>
public sealed class ChangeScriptsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetScripts_ValueToSet_GivesTheCommandAndWhatTakesItBack()
    {
        await using var service = await ServiceApplication.StartAsync();

        var scripts = (await WriteAsync(service, ClientExtensions.Request("Contoso/shop", "true"), ScriptLanguage.AppCmd)).Demand();

        Assert.Equal(
            "%windir%\\system32\\inetsrv\\appcmd.exe set config \"Contoso/shop\" -section:system.webServer/asp /session.allowSessionState:\"True\" /commit:apphost\n",
            scripts.Apply.Text);
        Assert.Equal(scripts.Apply.Text!.Replace("\"True\"", "\"False\"", StringComparison.Ordinal), scripts.Undo.Text);
    }

    [Fact]
    public async Task GetScripts_EveryLanguage_IsAnswered()
    {
        await using var service = await ServiceApplication.StartAsync();
        foreach (var language in Enum.GetValues<ScriptLanguage>())
        {
            var scripts = (await WriteAsync(service, ClientExtensions.Request(), language)).Demand();

            Assert.Equal((true, true), (scripts.Apply.Text is not null, scripts.Undo.FileText is not null));
        }
    }

    [Fact]
    public async Task GetScripts_SeveralTargets_AreTakenBackTheLastOneFirst()
    {
        await using var service = await ServiceApplication.StartAsync();
        var first = ClientExtensions.Request("Contoso/shop", "true").First;
        var request = new ChangeRequest([first, first with { Path = "Fabrikam", Value = "false", CommitPath = "MACHINE/WEBROOT/APPHOST/Fabrikam" }], "");

        var undo = (await WriteAsync(service, request, ScriptLanguage.CSharp)).Demand().Undo.Text!;

        Assert.True(undo.IndexOf("GetSection(\"system.webServer/asp\")", StringComparison.Ordinal)
            < undo.IndexOf("GetSection(\"system.webServer/asp\", \"Contoso/shop\")", StringComparison.Ordinal), undo);
    }

    [Fact]
    public async Task GetScripts_NothingToDo_StillSaysWhatIsSo()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = ClientExtensions.Request("Contoso/shop", "false");

        Assert.Contains("= false;", (await WriteAsync(service, request, ScriptLanguage.JavaScript)).Demand().Apply.Text, StringComparison.Ordinal);
        Assert.StartsWith("The files already say so", (await WriteAsync(service, request, ScriptLanguage.UnifiedDiff)).Demand().Apply.Impossible, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetScripts_LockedPlace_IsRefusedAsThePreviewIs()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await WriteAsync(service, ClientExtensions.Request(commitPath: "MACHINE/WEBROOT/APPHOST/Contoso"), ScriptLanguage.AppCmd)).Refusal();

        Assert.Equal(ProblemCodes.Locked, problem.Code);
    }

    [Fact]
    public async Task GetScripts_SomebodyWhoMayNotChangeThere_GetNone()
    {
        await using var service = await GrantServer.StartAsync();
        foreach (var role in StandardRoles.All)
        {
            var person = GrantServer.PersonOf(role);
            foreach (var path in new[] { GrantServer.Place, GrantServer.Sibling })
            {
                var request = new ChangeScriptsRequest(ClientExtensions.Request(path, "true"), ScriptLanguage.AppCmd);
                var answer = await service.As(person).GetScriptsAsync(person, request, Cancel);

                var may = path == GrantServer.Place && role.Allows(Permission.SessionSet);
                Assert.True(may == answer.Problem is null, $"{role.Name} {path}: {answer.Problem?.Detail}");
            }
        }
    }

    [Fact]
    public async Task GetScripts_DiffForSomebodyWhoSeesAPart_IsNotGivenAway()
    {
        await using var service = await GrantServer.StartAsync();
        var person = GrantServer.PersonOf(StandardRoles.All.First(role => role.Allows(Permission.SessionSet)));
        var request = new ChangeScriptsRequest(ClientExtensions.Request(GrantServer.Place, "true"), ScriptLanguage.UnifiedDiff);

        var scripts = (await service.As(person).GetScriptsAsync(person, request, Cancel)).Demand();

        Assert.Equal((null, true), (scripts.Apply.Text, scripts.Apply.Impossible?.StartsWith("A diff holds the lines around", StringComparison.Ordinal)));
    }

    private static Task<ServiceResult<ChangeScripts>> WriteAsync(ServiceApplication service, ChangeRequest request, ScriptLanguage language) =>
        service.Client.GetScriptsAsync(ServiceApplication.Ada, new(request, language), Cancel);
}

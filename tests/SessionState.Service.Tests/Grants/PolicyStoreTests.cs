using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

public sealed class PolicyStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    private string File => _folder["policy.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FirstStart_LetsOnlyTheMachinesOwnersIn()
    {
        var store = Open();

        Assert.True(System.IO.File.Exists(File));
        Assert.All(store.Current.Policy.Grants, grant => Assert.Equal("os", grant.Subject.Issuer));
        Assert.DoesNotContain(store.Current.Policy.Grants, grant => grant.Subject.Issuer == "local");
    }

    [Fact]
    public void Open_FirstStartWithAFirstAdministrator_GrantsThat()
    {
        var store = Open(Options with { FirstAdministrator = new(SubjectKind.Person, "local", "hedda") });

        Assert.True(store.Current.Policy.Allows(Permission.UsersManage, ""));
        Assert.True(store.Current.Policy.Allows(Permission.SessionSet, ""));
    }

    [Fact]
    public void Open_LaterStart_DoesNotGrantAgain()
    {
        Open();
        var store = Open(Options with { FirstAdministrator = new(SubjectKind.Person, "local", "hedda") });

        Assert.False(store.Current.Policy.Allows(Permission.UsersManage, ""));
    }

    [Fact]
    public void Open_DemoServer_HasOnePersonForEachRole()
    {
        var policy = Open(Options with { Demo = true }).Current.Policy;
        bool May(string subject, Permission permission, string path) => policy.Allows(permission, path, "system.webServer/asp/session@allowSessionState", new("demo", subject, subject));

        Assert.True(May("admin", Permission.UsersManage, ""));
        Assert.True(May("admin", Permission.LockSet, ""));
        Assert.True(May("operator", Permission.LockSet, "Contoso"));
        Assert.False(May("operator", Permission.UsersManage, ""));
        Assert.True(May("helpdesk", Permission.SessionSet, "Contoso/shop"));
        Assert.False(May("helpdesk", Permission.SessionSet, "Contoso Staging"));
        Assert.False(May("helpdesk", Permission.LockSet, "Contoso"));
        Assert.True(May("auditor", Permission.AuditExport, ""));
        Assert.True(May("approver", Permission.ChangeApprove, ""));
        Assert.True(policy.Allows(Permission.SessionSet, "", who: new("local", Environment.UserName, "me")));
    }

    [Fact]
    public void Open_WrongFile_IsRefusedAndKept()
    {
        System.IO.File.WriteAllText(File, "{\"version\":99}");

        Assert.Null(PolicyStore.TryOpen(Options, _clock, out var problem));

        Assert.Contains("version 99", problem, StringComparison.Ordinal);
        Assert.Contains("Mend the file", problem, StringComparison.Ordinal);
        Assert.Equal("{\"version\":99}", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Change_IsThereAfterARestart()
    {
        var grant = Policies.Grant(StandardRoles.HelpDesk, "Contoso");

        var changed = Open().Change(policy => policy.With(grant));

        Assert.Null(changed.Problem);
        Assert.Equal(grant.Id, Open().Current.Policy.Grants[^1].Id);
        Assert.Equal(changed.Value!.Hash, Open().Current.Hash);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Reload_AfterAGoodEdit_TakesItUp()
    {
        var store = Open();
        System.IO.File.WriteAllBytes(File, PolicyWriter.Write(Policies.Of(Policies.Grant(StandardRoles.Auditor))));

        Assert.True(store.Reload());
        Assert.False(store.Reload());

        Assert.True(store.Current.Policy.Allows(Permission.AuditRead, ""));
    }

    [Fact]
    public void Reload_AfterABadEdit_KeepsTheOldPolicyAndChangesNothing()
    {
        var store = Open();
        var before = store.Current;
        System.IO.File.WriteAllText(File, "{ half");

        Assert.True(store.Reload());

        Assert.Same(before, store.Current);
        Assert.NotNull(store.Problem);
        Assert.Equal(409, store.Change(policy => policy).Problem!.Status);
        Assert.Equal("{ half", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Change_FolderIsGone_KeepsTheOldPolicy()
    {
        var store = Open();
        var before = store.Current;
        System.IO.File.Delete(File);
        Directory.Delete(_folder.Path);

        var changed = store.Change(policy => policy.With(Policies.Grant(StandardRoles.Auditor)));
        Directory.CreateDirectory(_folder.Path);

        Assert.Equal(ProblemCodes.WriteFailed, changed.Problem!.Code);
        Assert.Same(before, store.Current);
    }

    private ServiceOptions Options => new()
    {
        ServerName = "WEB01",
        ApplicationHostConfig = _folder["applicationHost.config"],
        DataDirectory = _folder.Path,
        Address = ServiceAddress.Default,
    };

    private PolicyStore Open(ServiceOptions? options = null)
    {
        var store = PolicyStore.TryOpen(options ?? Options, _clock, out var problem);
        Assert.True(store is not null, problem);
        return store;
    }
}

using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Grants;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Grants;

public sealed class GrantAdministratorTests
{
    [Fact]
    public async Task GrantAdministrator_WithTheServiceStopped_GrantsAndIsAudited()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();

        var exit = GrantAdministrator.Run(service.Options, "local", "hedda", service.Clock, TextWriter.Null);
        await service.StartAsync();

        Assert.Equal(0, exit);
        Assert.True(service.Get<PolicyStore>().Current.Policy.Allows(Permission.UsersManage, ""));
        var records = await service.AuditAsync(new() { Type = AuditType.Admin });
        Assert.Equal(10, records.Count);
        Assert.Contains("Administrator on the whole server for hedda of local", records[^1].Detail, StringComparison.Ordinal);
        var applied = AuditJson.Read(System.Text.Encoding.UTF8.GetBytes((await service.RecordAsync(records[0].Sequence)).Json))!;
        Assert.Equal(service.Get<PolicyStore>().Current.Hash, applied.Policy);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Keys;

namespace SessionState.Service.Tests.Audit;

public sealed class AuditBallastTests
{
    [Fact]
    public void AppendOrKeep_FullDisk_RecordsTheEndOfAChangeAndBeginsNoOtherUntilThereIsRoom()
    {
        using var disk = SmallDisk.TryMount();
        if (disk is null)
        {
            Assert.Skip("Mounting a small disk takes root and the right to mount.");
        }

        using var database = new AuditDatabase(Path.Combine(disk.Folder, "audit.db"));
        database.Open();
        var ballast = new AuditBallast(Path.Combine(disk.Folder, "audit-ballast"));
        var log = new AuditLog(database, [], new("test-server"), TimeProvider.System, NullLogger<AuditLog>.Instance, ballast);
        log.Open(AuditHead.Empty, null);
        var intent = log.TryAppend(AuditFixture.Record(AuditType.Intent))!;
        disk.Fill();

        Assert.NotNull(log.AppendOrKeep(AuditFixture.Record(reference: intent.Sequence)));
        Assert.False(ballast.IsThere);
        disk.Fill();
        Assert.Null(log.TryAppend(AuditFixture.Record(AuditType.Intent)));
        Assert.Contains("full", log.ReadOnlyReason, StringComparison.Ordinal);

        disk.Free();
        Assert.True(log.WriteWaiting());
        Assert.Null(log.ReadOnlyReason);
        Assert.NotNull(log.TryAppend(AuditFixture.Record(AuditType.Intent)));
        Assert.True(ballast.IsThere);
        Assert.Null(log.ReadOnlyReason);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public void Credential_FileInSystemdsFolder_IsTheKey()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(SystemdCredential.Key(folder.Path));
        Assert.Null(SystemdCredential.Key(null));

        File.WriteAllText(folder["audit-key.pem"], "key");

        Assert.Equal(folder["audit-key.pem"], SystemdCredential.Key(folder.Path));
        Assert.True(SystemdCredential.Contains(folder.Path + "/", folder["audit-key.pem"]));
        Assert.False(SystemdCredential.Contains(folder.Path, folder["other/audit-key.pem"]));
        Assert.False(SystemdCredential.Contains(null, folder["audit-key.pem"]));
    }
}

using Microsoft.Extensions.Configuration;
using SessionState.Contracts;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Hosting;

public sealed class ServiceOptionsReaderTests
{
    [Fact]
    public void Read_ValidSettings_AreTakenOver()
    {
        var options = ServiceOptionsReader.Read(Settings(
            ("ApplicationHostConfig", "/srv/iis/applicationHost.config"),
            ("PathMap:0", @"C:\inetpub=/srv/inetpub"),
            ("Variables:SystemDrive", "C:"),
            ("DataDirectory", "/var/lib/sessionstate"),
            ("Socket", "unix:/run/s/api.sock"),
            ("AllowedUids:0", "33"),
            ("AllowedUids:1", "0"),
            ("ServerName", "WEB01")), out var problems);

        Assert.Empty(problems);
        Assert.NotNull(options);
        Assert.Equal("WEB01", options.ServerName);
        Assert.Equal([new(@"C:\inetpub", "/srv/inetpub")], options.PathMap);
        Assert.Equal("C:", options.Variables["SystemDrive"]);
        Assert.Equal(new(ServiceTransport.UnixSocket, "/run/s/api.sock"), options.Address);
        Assert.Equal([33, 0], options.AllowedUids);
        Assert.Equal("/var/lib/sessionstate/audit.db", options.AuditFile);
    }

    [Fact]
    public void Read_Demo_NeedsNothingElse()
    {
        var options = ServiceOptionsReader.Read(ServiceSettings.TryRead(["--demo", "--data", "/tmp/x", "--parent-pipe"], Path.GetTempPath(), out _)!, out var problems);

        Assert.Empty(problems);
        Assert.Equal((true, true, "Demo server"), (options!.Demo, options.ParentPipe, options.ServerName));
        Assert.Equal("unix:/tmp/x/run/api.sock", options.Address.ToString());
        Assert.True(!OperatingSystem.IsLinux() || options.AllowedUids.SequenceEqual([UnixFileStatus.CurrentUserId]));
    }

    [Fact]
    public void Read_AllowedUids_MayBeOneCommaSeparatedSetting()
    {
        var options = ServiceOptionsReader.Read(Settings(("Demo", "true"), ("AllowedUids", "1,2")), out _);

        Assert.Equal([1, 2], options!.AllowedUids);
    }

    [Fact]
    public void Read_ManyMistakes_AreAllReportedByName()
    {
        var options = ServiceOptionsReader.Read(Settings(
            ("ApplicationHostConfig", "relative.config"),
            ("PathMap:0", "nothing"),
            ("PathMap:1", @"C:\a=relative"),
            ("DataDirectory", "data"),
            ("Socket", "tcp:1"),
            ("AllowedUids:0", "bob"),
            ("ServerName", " "),
            ("Demo", "perhaps"),
            ("Sokcet", "/x")), out var problems);

        Assert.Null(options);
        Assert.Collection(
            problems,
            problem => Assert.StartsWith("Service:Sokcet is no setting. There are: ApplicationHostConfig,", problem, StringComparison.Ordinal),
            problem => Assert.Equal("Service:Demo is 'perhaps'; allowed are true and false.", problem),
            problem => Assert.StartsWith("Service:DataDirectory is 'data'", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Service:ServerName is empty", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Service:ApplicationHostConfig is 'relative.config'", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Service:PathMap:0 is 'nothing'", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith(@"Service:PathMap:1 is 'C:\a=relative'", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Service:Socket: 'tcp:1' is no address", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("Service:AllowedUids has 'bob'", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DemoTogetherWithAFile_IsRefused()
    {
        ServiceOptionsReader.Read(Settings(("Demo", "true"), ("ApplicationHostConfig", "/a")), out var problems);

        Assert.StartsWith("Service:ApplicationHostConfig and Service:Demo exclude", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamedPipeElsewhereThanOnWindows_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are for Windows.");

        ServiceOptionsReader.Read(Settings(("Demo", "true"), ("Socket", "pipe:x")), out var problems);

        Assert.Contains("named pipes are for Windows", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DataFolderTooLongForASocket_SaysSo()
    {
        ServiceOptionsReader.Read(Settings(("Demo", "true"), ("DataDirectory", "/" + new string('d', 120))), out var problems);

        Assert.Contains("longer than the 107 bytes", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Service:{setting.Name}", (string?)setting.Value)))
        .Build();
}

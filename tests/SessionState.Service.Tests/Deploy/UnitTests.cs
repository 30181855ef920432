using System.Globalization;
using System.Text.RegularExpressions;

namespace SessionState.Service.Tests.Deploy;

/// <summary>The systemd units in deploy/ are as tight as we say, and fit each other.</summary>
public sealed partial class UnitTests
{
    private const string Service = "sessionstate.service";
    private const string Dashboard = "sessionstate-dashboard.service";
    private const string Socket = "sessionstate.socket";

    [Theory]
    [InlineData(Service, 1.0)]
    [InlineData(Dashboard, 1.5)]
    public async Task Security_Exposure_IsAtMost(string unit, double most)
    {
        Units.SkipWithoutSystemd();

        var (_, output) = await Units.AnalyzeAsync("security", "--offline=true", "--threshold=100", "--no-pager", Units.PathOf(unit));

        var level = Exposure().Match(output);
        Assert.True(level.Success, output);
        Assert.InRange(double.Parse(level.Groups[1].Value, CultureInfo.InvariantCulture), 0, most);
    }

    [Fact]
    public async Task Verify_AllUnits_FindsNothingWrong()
    {
        Units.SkipWithoutSystemd();
        using var folder = new TemporaryFolder();
        foreach (var unit in new[] { Service, Dashboard, Socket })
        {
            // The programs are not installed here; any that is there will do.
            var text = await File.ReadAllTextAsync(Units.PathOf(unit), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(folder[unit], Program().Replace(text, "ExecStart=/bin/true"), TestContext.Current.CancellationToken);
        }

        var (exitCode, output) = await Units.AnalyzeAsync("verify", "--man=no", folder[Socket], folder[Service], folder[Dashboard]);

        Assert.Equal((0, ""), (exitCode, output.Trim()));
    }

    [Theory]
    [InlineData(Service)]
    [InlineData(Dashboard)]
    public void Settings_ThatWouldBreakUs_AreLeftOut(string unit)
    {
        Assert.Empty(Units.Values(unit, "PrivateUsers"));
        Assert.Empty(Units.Values(unit, "MemoryDenyWriteExecute"));
        Assert.Contains(Units.Values(unit, "SystemCallFilter"), filter => filter.Split(' ').Contains("sched_setaffinity"));
    }

    [Fact]
    public void Socket_PlaceAndRights_FitTheSettingsAndTheFolder()
    {
        Assert.Equal(["/run/sessionstate/api.sock"], Units.Values(Socket, "ListenStream"));
        var installer = File.ReadAllText(Repository.File("deploy/linux/install.sh"));
        Assert.Contains("\"Socket\": \"unix:/run/sessionstate/api.sock\"", installer, StringComparison.Ordinal);
        Assert.Contains("\"ServiceAddress\": \"unix:/run/sessionstate/api.sock\"", installer, StringComparison.Ordinal);
        Assert.Equal(["root"], Units.Values(Socket, "SocketUser"));
        Assert.Equal(["0660"], Units.Values(Socket, "SocketMode"));
        Assert.Equal(Units.Values(Dashboard, "Group"), Units.Values(Socket, "SocketGroup"));
        var folder = Assert.Single(File.ReadLines(Units.PathOf("tmpfiles.conf")), line => line.StartsWith('d'));
        Assert.Equal("d /run/sessionstate 0750 root sessionstate-web -", folder);
    }

    [GeneratedRegex(@"Overall exposure level for \S+: ([\d.]+)")]
    private static partial Regex Exposure();

    [GeneratedRegex("^ExecStart=.*$", RegexOptions.Multiline)]
    private static partial Regex Program();
}

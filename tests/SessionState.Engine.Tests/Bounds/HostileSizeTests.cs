using System.Text;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Bounds;

/// <summary>Row X21 of the catalogue of hostile input: size alone.</summary>
public sealed class HostileSizeTests
{
    private const int Largest = 64 * 1024 * 1024;

    [Fact]
    public void X21_LargestApplicationHostConfigWithTenThousandSites_IsReadWithinSixTimesItsSize()
    {
        var bytes = ManySites(10_000, Largest);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, "f", bytes);
        var server = ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown);
        var nodes = server.Nodes().Count(node => EffectiveValueReader.Read(node, Settings.AllowSessionState).Value == "true");

        Assert.Equal(10_001, nodes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L * bytes.Length);
    }

    [Fact]
    public void X21_OneByteMore_IsRefusedUnread()
    {
        var bytes = new byte[Largest + 1];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, "f", bytes);

        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(file.Diagnostics).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Largest / 64);
    }

    [Fact]
    public void X21_MoreThanAMillionElements_AreRefused()
    {
        var bytes = Encoding.ASCII.GetBytes($"<configuration>{string.Concat(Enumerable.Repeat("<a/>", 1_000_000))}</configuration>");

        var file = ConfigurationFile.Read(ConfigurationFileKind.ApplicationHost, "f", bytes);

        Assert.Contains("too many elements, and the limit is 1,000,000", Assert.Single(file.Diagnostics).Message, StringComparison.Ordinal);
    }

    // Filled up with what a site's owner cannot write but an installer can: a long comment beside each site.
    private static byte[] ManySites(int count, int size)
    {
        var text = new StringBuilder("<configuration><system.applicationHost><sites>");
        var comment = new string('x', (size / count) - 220);
        for (var i = 1; i <= count; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <site name="Site{i}" id="{i}"><application path="/"><virtualDirectory path="/" physicalPath="C:\sites\{i}" /></application></site>
                <!-- {comment} -->

                """);
        }

        text.Append("</sites></system.applicationHost></configuration>");
        return Encoding.ASCII.GetBytes(text.Append(' ', size - text.Length).ToString());
    }
}

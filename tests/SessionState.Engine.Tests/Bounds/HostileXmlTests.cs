using System.Net;
using System.Net.Sockets;
using System.Text;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Bounds;

/// <summary>Rows X01 to X06 and X10 to X13 of the catalogue of hostile input: what one file can hold. ASVS 1.5.1.</summary>
public sealed class HostileXmlTests
{
    private const string Asp = """<system.webServer><asp><session allowSessionState="false" /></asp></system.webServer>""";

    [Fact]
    public void X01_EntityBomb_IsRefusedAtItsFirstLineWithoutWork()
    {
        var entities = Enumerable.Range(1, 30).Select(i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};\">");
        var bomb = $"<!DOCTYPE configuration [<!ENTITY e0 \"ha\">{string.Concat(entities)}]><configuration>&e30;</configuration>";

        var (problem, allocated) = RefuseCounting(bomb);

        Assert.Equal((DiagnosticCodes.Malformed, 1), (problem.Code, problem.Line));
        Assert.Contains("DTD", problem.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 200_000);
    }

    [Fact]
    public void X02_ExternalEntities_OpenNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";

        foreach (var place in new[] { url, "file:///dev/zero", "file:///etc/passwd", @"\\127.0.0.1\share\x" })
        {
            Assert.Contains("DTD", Refuse($"<!DOCTYPE configuration SYSTEM \"{place}\"><configuration/>").Message, StringComparison.Ordinal);
            var entity = $"<!DOCTYPE c [<!ENTITY e SYSTEM \"{place}\"><!ENTITY % p SYSTEM \"{place}\">%p;]><configuration>&e;</configuration>";
            Assert.Contains("DTD", Refuse(entity).Message, StringComparison.Ordinal);
        }

        Assert.False(listener.Pending());
    }

    [Fact]
    public void X03_HundredThousandNestedElements_EndAtTheSixtyFifth()
    {
        var nested = string.Join('\n', Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        var (problem, allocated) = RefuseCounting(nested.Replace("<a>", "<configuration>", StringComparison.Ordinal), HostKind);

        Assert.Equal((DiagnosticCodes.TooLarge, 65), (problem.Code, problem.Line));
        Assert.Contains("nested too deeply, and the limit is 64", problem.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 20_000_000);
        Assert.Contains("256,000", Refuse(nested).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X04_MillionAttributes_AreRefusedBeforeAnyIsKept()
    {
        var attributes = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $" a{i}=''"));
        var bytes = Encoding.UTF8.GetBytes($"<configuration>\n<x{attributes}/></configuration>");

        var (problem, allocated) = RefuseCounting(bytes, HostKind);

        Assert.Equal((DiagnosticCodes.TooLarge, 2), (problem.Code, problem.Line));
        Assert.Contains("too many attributes, and the limit is 256", problem.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 4L * bytes.Length);
    }

    [Fact]
    public void X05_ValueOfTwentyMegabytes_IsRefusedBeforeItIsKept()
    {
        var bytes = Encoding.UTF8.GetBytes($"<configuration x=\"{new string('v', 20_000_000)}\"/>");

        var (problem, allocated) = RefuseCounting(bytes, HostKind);

        Assert.Contains("value is too long, and the limit is 65,536", problem.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 4L * bytes.Length);
        Assert.Contains("256,000", Refuse(bytes, ConfigurationFileKind.Web).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X06_DuplicateAttribute_IsMalformedWithItsPlace()
    {
        var problem = Refuse("<configuration>\n  <a x='1' x='2'/>\n</configuration>");

        Assert.Equal((DiagnosticCodes.Malformed, 2, 12), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void X10_DeclaredUtf16InUtf8Bytes_IsAnEncodingProblem() =>
        Assert.Equal(DiagnosticCodes.Encoding, Refuse($"<?xml version=\"1.0\" encoding=\"utf-16\"?><configuration>{Asp}</configuration>").Code);

    [Fact]
    public void X11_EncodingsThatIisDoesNotRead_AreRefused()
    {
        const string document = "<configuration/>";
        byte[] utf32 = [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(document)];
        byte[] utf7 = [.. "+/v8-"u8, .. Encoding.ASCII.GetBytes(document)];

        Assert.Equal(DiagnosticCodes.Encoding, Refuse(utf32, ConfigurationFileKind.Web).Code);
        Assert.Equal(DiagnosticCodes.Encoding, Refuse(utf7, ConfigurationFileKind.Web).Code);
        foreach (var name in new[] { "utf-7", "utf-32", "ibm037", "x-ebcdic", "nonsense" })
        {
            Assert.Equal(DiagnosticCodes.Encoding, Refuse($"<?xml version=\"1.0\" encoding=\"{name}\"?>{document}").Code);
        }
    }

    [Fact]
    public void X12_BytesAndCharactersThatXmlLacks_AreMalformedAtTheirPlace()
    {
        byte[] invalid = [.. "<configuration>\n é"u8[..^2], 0xE9, .. "</configuration>"u8];

        Assert.Contains("offset 17", Refuse(invalid, ConfigurationFileKind.Web).Message, StringComparison.Ordinal);
        foreach (var bad in new[] { "\0", "\u0001", "&#1;", "&#xD800;", "&#x110000;", "\uFFFF" })
        {
            var problem = Refuse($"<configuration>\n  {bad}</configuration>");
            Assert.Equal((DiagnosticCodes.Malformed, 2), (problem.Code, problem.Line));
        }
    }

    [Fact]
    public void X12_InvalidByteAtTheVeryStart_IsMalformed()
    {
        foreach (var bytes in new byte[][] { [0xEF, 0xBB, 0xBF, 0xAB], [0xEF, 0xBB, 0xBF, .. "<a/>"u8, 0xFF], [0x80], [0xC3], [0xEF, 0xBB] })
        {
            Assert.Equal(DiagnosticCodes.Malformed, Refuse(bytes, ConfigurationFileKind.Web).Code);
        }
    }

    [Theory]
    [InlineData("<?xml version=\"1.1\"?><configuration/>")]
    [InlineData("<configuration/><configuration/>")]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" ")]
    [InlineData("<configuration>")]
    [InlineData("<!---->")]
    public void X13_DocumentThatIsNone_IsMalformed(string text) => Assert.Equal(DiagnosticCodes.Malformed, Refuse(text).Code);

    private static ConfigurationFileKind HostKind => ConfigurationFileKind.ApplicationHost;

    private static Diagnostic Refuse(string text) => Refuse(Encoding.UTF8.GetBytes(text), ConfigurationFileKind.Web);

    private static Diagnostic Refuse(byte[] bytes, ConfigurationFileKind kind)
    {
        var file = ConfigurationFile.Read(kind, "web.config", bytes);
        Assert.False(file.IsReadable);
        var problem = Assert.Single(file.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, "web.config"), (problem.Severity, problem.File));
        Assert.NotNull(problem.Remedy);
        return problem;
    }

    private static (Diagnostic Problem, long Allocated) RefuseCounting(string text, ConfigurationFileKind kind = ConfigurationFileKind.Web) =>
        RefuseCounting(Encoding.UTF8.GetBytes(text), kind);

    private static (Diagnostic Problem, long Allocated) RefuseCounting(byte[] bytes, ConfigurationFileKind kind)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Refuse(bytes, kind);
        return (problem, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

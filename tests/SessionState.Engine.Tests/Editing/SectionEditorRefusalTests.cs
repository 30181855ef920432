using SessionState.Engine.Editing;
using static SessionState.Engine.Tests.Editing.DocumentEditing;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorRefusalTests
{
    [Fact]
    public void SectionTwice_IsRefusedWithBothLines()
    {
        var refusal = Refuse(Document($"\n\n{Asp("")}\n\n\n{Asp("")}"), null);

        Assert.Equal(
            new EditRefusal(
                RefusalKind.NotHere,
                "The section system.webServer/asp stands more than once for this path in applicationHost.config (lines 3 and 6).",
                "applicationHost.config",
                6,
                "IIS accepts only one: remove the others from the file first."),
            refusal);
    }

    [Fact]
    public void SectionInAndOutsideAnOwnLevelTag_IsRefused()
    {
        var refusal = Refuse($"<configuration>{Asp("")}\n<location>{Asp("")}</location></configuration>", null);

        Assert.Equal((RefusalKind.NotHere, 2), (refusal.Kind, refusal.Line));
    }

    [Fact]
    public void X08_ElementTwiceInTheSection_IsRefused()
    {
        Assert.Equal(
            "The element <session> stands more than once for this path in applicationHost.config (lines 2 and 3).",
            Refuse(Document(Asp("\n<session/>\n<session/>")), null).Message);
    }

    [Fact]
    public void X09_TwoTagsForThePathInDifferentCase_AreRefused()
    {
        var refusal = Refuse(
            """
            <configuration>
            <location path="Shop"><system.webServer><asp/></system.webServer></location>
            <location path="SHOP"><system.webServer><asp/></system.webServer></location>
            </configuration>
            """,
            "Shop");

        Assert.Equal(("applicationHost.config", 3), (refusal.File, refusal.Line));
        Assert.Contains("(lines 2 and 3)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X15_ConfigSource_IsRefused()
    {
        Assert.Equal(
            "configSource puts system.webServer/asp into another file: applicationHost.config, line 1.",
            Refuse(Document("<system.webServer><asp configSource=\"asp.config\"/></system.webServer>"), null).Message);
    }

    [Theory]
    [InlineData("<asp configProtectionProvider=\"x\"><EncryptedData/></asp>")]
    [InlineData("<asp><EncryptedData/></asp>")]
    public void X16_EncryptedSection_IsRefused(string section)
    {
        Assert.Equal(
            "system.webServer/asp is encrypted: applicationHost.config, line 2.",
            Refuse(Document($"\n<system.webServer>{section}</system.webServer>"), null).Message);
    }

    [Theory]
    [InlineData("allowSession")]
    [InlineData("AllowSessionState")]
    public void X07_UnknownAttribute_IsRefused(string name)
    {
        Assert.Equal(
            $"IIS does not know the attribute '{name}' of <session>: applicationHost.config, line 1.",
            Refuse(Document(Asp($"<session {name}=\"false\"/>")), null).Message);
    }
}

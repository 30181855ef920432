using SessionState.Engine.Editing;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorRefusalTests
{
    [Fact]
    public void SectionTwice_IsRefusedWithBothLines()
    {
        var refusal = DocumentEditing.Refuse(
            "<configuration>\n<system.webServer>\n<asp/>\n</system.webServer>\n<system.webServer>\n<asp/>\n</system.webServer></configuration>", null);

        Assert.Equal(
            new EditRefusal(
                RefusalKind.NotHere,
                "The section system.webServer/asp stands more than once for this path in applicationHost.config (lines 3 and 6), which IIS does not accept.",
                "applicationHost.config",
                6,
                "Remove all but one of them from the file first."),
            refusal);
    }

    [Fact]
    public void SectionInAndOutsideAnOwnLevelTag_IsRefused()
    {
        var refusal = DocumentEditing.Refuse(
            "<configuration><system.webServer><asp/></system.webServer>\n<location><system.webServer><asp/></system.webServer></location></configuration>", null);

        Assert.Equal((RefusalKind.NotHere, 2), (refusal.Kind, refusal.Line));
    }

    [Fact]
    public void X08_ElementTwiceInTheSection_IsRefused()
    {
        var refusal = DocumentEditing.Refuse(
            "<configuration><system.webServer><asp>\n<session/>\n<session/></asp></system.webServer></configuration>", null);

        Assert.StartsWith("The element <session> stands more than once for this path in applicationHost.config (lines 2 and 3)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X09_TwoTagsForThePathInDifferentCase_AreRefused()
    {
        var refusal = DocumentEditing.Refuse(
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
            "The content of system.webServer/asp is in another file, which line 1 of applicationHost.config names in configSource.",
            DocumentEditing.Refuse("<configuration><system.webServer><asp configSource=\"asp.config\"/></system.webServer></configuration>", null).Message);
    }

    [Theory]
    [InlineData("<asp configProtectionProvider=\"x\"><EncryptedData/></asp>")]
    [InlineData("<asp><EncryptedData/></asp>")]
    public void X16_EncryptedSection_IsRefused(string section)
    {
        Assert.Equal(
            "The section system.webServer/asp is encrypted in applicationHost.config, line 2.",
            DocumentEditing.Refuse($"<configuration>\n<system.webServer>{section}</system.webServer></configuration>", null).Message);
    }

    [Theory]
    [InlineData("allowSession")]
    [InlineData("AllowSessionState")]
    public void X07_UnknownAttribute_IsRefused(string name)
    {
        Assert.Equal(
            $"IIS does not know the attribute '{name}' of <session> in applicationHost.config, line 1.",
            DocumentEditing.Refuse($"<configuration><system.webServer><asp><session {name}=\"false\"/></asp></system.webServer></configuration>", null).Message);
    }
}

using static SessionState.Engine.Tests.Editing.DocumentEditing;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorLocationTests
{
    [Fact]
    public void Vector82_NoTagForThePath_NewTagIsTheLastChildAndTheBlankLineStays()
    {
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration>

                <system.webServer>
                    <asp />
                </system.webServer>
                <location path="Other">
                      <system.webServer />
                </location>
                <location path="Shop">
                    <system.webServer>
                        <asp>
                            <session allowSessionState="false" />
                        </asp>
                    </system.webServer>
                </location>

                <!-- <location path="Shop"><system.webServer><asp /></system.webServer></location> -->

            </configuration>
            """,
            Set(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration>

                    <system.webServer>
                        <asp />
                    </system.webServer>
                    <location path="Other">
                          <system.webServer />
                    </location>

                    <!-- <location path="Shop"><system.webServer><asp /></system.webServer></location> -->

                </configuration>
                """,
                "Shop"));
    }

    [Fact]
    public void Vector83_SiteAndItsApplication_AreTwoSiblingTags()
    {
        var site = Set("<configuration>\r\n\r\n</configuration>\r\n", "Shop");

        Assert.Equal(
            """
            <configuration>
                <location path="Shop">
                    <system.webServer>
                        <asp>
                            <session allowSessionState="false" />
                        </asp>
                    </system.webServer>
                </location>
                <location path="Shop/store">
                    <system.webServer>
                        <asp>
                            <session allowSessionState="false" />
                        </asp>
                    </system.webServer>
                </location>

            </configuration>

            """.ReplaceLineEndings("\r\n"),
            Set(site, "Shop/store"));
    }

    [Fact]
    public void Vector80_ValueEqualToTheDefault_IsWrittenExplicitly()
    {
        Assert.Equal(
            Document($"<location path=\"Shop\">{Asp("<session allowSessionState=\"true\" />")}</location>"),
            Set("<configuration/>", "Shop", "true"));
    }

    [Theory]
    [InlineData("<location path=\"SHOP\"><system.webServer /></location>")]
    [InlineData("<location path=\"SHOP\" overrideMode=\"Inherit\" inheritInChildApplications=\"true\"><system.webServer /></location>")]
    [InlineData("<location path=\"SHOP\" overrideMode=\"Allow\" /><location path=\"shop\"><system.webServer /></location>")]
    public void Set_PlainTagForThePath_IsReused(string tags)
    {
        Assert.Equal(
            Document(tags.Replace("<system.webServer />", Asp(Off), StringComparison.Ordinal)),
            Set(Document(tags), "Shop"));
    }

    [Theory]
    [InlineData("<location path=\"Shop\" overrideMode=\"Allow\"><system.webServer><httpErrors /></system.webServer></location>")]
    [InlineData("<location path=\"Shop\" allowOverride=\"true\"><system.webServer><httpErrors /></system.webServer></location>")]
    [InlineData("<location path=\"Shop\" inheritInChildApplications=\"false\"><system.webServer /></location>")]
    [InlineData("<location path=\"Shop/store\"><system.webServer><httpErrors /></system.webServer></location>")]
    public void Set_TagThatSaysMoreThanThePath_GetsASibling(string tag)
    {
        Assert.Equal(Document($"{tag}<location path=\"Shop\">{Asp(Off)}</location>"), Set(Document(tag), "Shop"));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"")]
    [InlineData("overrideMode=\"Deny\"")]
    [InlineData("inheritInChildApplications=\"false\"")]
    public void Set_TagThatHoldsTheSection_IsUsedWhateverElseItSays(string attribute)
    {
        Assert.Equal(
            Document($"<location path=\"Shop\" {attribute}>{Asp(Off)}</location>"),
            Set(Document($"<location path=\"Shop\" {attribute}><system.webServer><asp/></system.webServer></location>"), "Shop"));
    }

    [Theory]
    [InlineData("<location path=\"\">")]
    [InlineData("<location path=\".\" overrideMode=\"Allow\">")]
    [InlineData("<location>")]
    public void Set_OwnLevelInATagThatHoldsTheSection_StaysInTheTag(string tag)
    {
        Assert.Equal(
            Document($"{tag}{Asp(Off)}</location>"),
            Set(Document($"{tag}<system.webServer><asp/></system.webServer></location>"), null));
    }

    [Fact]
    public void Set_OwnLevelInNoTag_StandsOutsideTags()
    {
        Assert.Equal(
            Document($"<location path=\"\"><system.webServer/></location>{Asp(Off)}"),
            Set(Document("<location path=\"\"><system.webServer/></location>"), null));
    }

    [Fact]
    public void Set_PathWithMarkup_IsEscaped()
    {
        Assert.Equal(
            Document($"<location path=\"R&amp;D 'x' &quot;y\">{Asp(Off)}</location>"),
            Set("<configuration/>", "R&D 'x' \"y"));
        Assert.Equal(
            Document($"<location path='R&amp;D'>{Asp(Off)}</location>"),
            Set(Document("<location path='R&amp;D'/>"), "r&d"));
    }
}

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
            DocumentEditing.Set(
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
        var site = DocumentEditing.Set("<configuration>\r\n\r\n</configuration>\r\n", "Shop");

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
            DocumentEditing.Set(site, "Shop/store"));
    }

    [Fact]
    public void Vector80_ValueEqualToTheDefault_IsWrittenExplicitly()
    {
        Assert.Equal(
            "<configuration><location path=\"Shop\"><system.webServer><asp><session allowSessionState=\"true\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set("<configuration/>", "Shop", "true"));
    }

    [Theory]
    [InlineData("<location path=\"SHOP\"><system.webServer /></location>")]
    [InlineData("<location path=\"SHOP\" overrideMode=\"Inherit\" inheritInChildApplications=\"true\"><system.webServer /></location>")]
    [InlineData("<location path=\"SHOP\" overrideMode=\"Allow\"><system.webServer><httpErrors/></system.webServer></location><location path=\"shop\"><system.webServer /></location>")]
    public void Set_PlainTagForThePath_IsReused(string tags)
    {
        Assert.Equal(
            $"<configuration>{tags.Replace("<system.webServer />", "<system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer>")}</configuration>",
            DocumentEditing.Set($"<configuration>{tags}</configuration>", "Shop"));
    }

    [Theory]
    [InlineData("<location path=\"Shop\" overrideMode=\"Allow\"><system.webServer><httpErrors /></system.webServer></location>")]
    [InlineData("<location path=\"Shop\" allowOverride=\"true\"><system.webServer><httpErrors /></system.webServer></location>")]
    [InlineData("<location path=\"Shop\" inheritInChildApplications=\"false\"><system.webServer><httpErrors /></system.webServer></location>")]
    [InlineData("<location path=\"Shop/store\"><system.webServer><httpErrors /></system.webServer></location>")]
    public void Set_TagThatSaysMoreThanThePath_GetsASibling(string tag)
    {
        Assert.Equal(
            $"<configuration>{tag}<location path=\"Shop\"><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set($"<configuration>{tag}</configuration>", "Shop"));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"")]
    [InlineData("overrideMode=\"Deny\"")]
    [InlineData("inheritInChildApplications=\"false\"")]
    public void Set_TagThatHoldsTheSection_IsUsedWhateverElseItSays(string attribute)
    {
        Assert.Equal(
            $"<configuration><location path=\"Shop\" {attribute}><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set($"<configuration><location path=\"Shop\" {attribute}><system.webServer><asp/></system.webServer></location></configuration>", "Shop"));
    }

    [Theory]
    [InlineData("<location path=\"\">")]
    [InlineData("<location path=\".\" overrideMode=\"Allow\">")]
    [InlineData("<location>")]
    public void Set_OwnLevelInATagThatHoldsTheSection_StaysInTheTag(string tag)
    {
        Assert.Equal(
            $"<configuration>{tag}<system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set($"<configuration>{tag}<system.webServer><asp/></system.webServer></location></configuration>", null));
    }

    [Fact]
    public void Set_OwnLevelInNoTag_StandsOutsideTags()
    {
        Assert.Equal(
            "<configuration><location path=\"\"><system.webServer/></location><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></configuration>",
            DocumentEditing.Set("<configuration><location path=\"\"><system.webServer/></location></configuration>", null));
    }

    [Fact]
    public void Set_PathWithMarkup_IsEscaped()
    {
        Assert.Equal(
            "<configuration><location path=\"R&amp;D 'x' &quot;y\"><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set("<configuration/>", "R&D 'x' \"y"));
        Assert.Equal(
            "<configuration><location path='R&amp;D'><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
            DocumentEditing.Set("<configuration><location path='R&amp;D'/></configuration>", "r&d"));
    }
}

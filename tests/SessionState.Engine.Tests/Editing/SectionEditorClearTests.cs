namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorClearTests
{
    [Theory]
    [InlineData("<session allowSessionState=\"false\" max=\"5\" />", "<session max=\"5\" />")]
    [InlineData("<session max=\"5\" allowSessionState=\"false\" />", "<session max=\"5\" />")]
    [InlineData("<session max='5'\n  allowSessionState='false'\n  timeout='00:20:00'/>", "<session max='5'\n  timeout='00:20:00'/>")]
    [InlineData("<session allowSessionState=\"false\"><!-- why --></session>", "<session><!-- why --></session>")]
    [InlineData("<session lockAttributes=\"max\" allowSessionState=\"false\" />", "<session lockAttributes=\"max\" />")]
    public void Clear_ElementHoldsMore_OnlyTheAttributeGoes(string before, string after)
    {
        Assert.Equal(
            $"<configuration><system.webServer><asp>{after}</asp></system.webServer></configuration>",
            DocumentEditing.Clear($"<configuration><system.webServer><asp>{before}</asp></system.webServer></configuration>", null));
    }

    [Fact]
    public void Vector81_OnlyAttributeOfATag_TheTagGoesWithItsLines()
    {
        Assert.Equal(
            """
            <configuration>
                <location path="Other" />

            </configuration>
            """,
            DocumentEditing.Clear(
                """
                <configuration>
                    <location path="Other" />
                    <location path="Shop">
                        <system.webServer>
                            <asp>
                                <session allowSessionState="false" />
                            </asp>
                        </system.webServer>
                    </location>

                </configuration>
                """,
                "shop"));
    }

    [Fact]
    public void Clear_OtherSectionInTheTag_OnlyTheSectionGoes()
    {
        Assert.Equal(
            """
            <configuration>
                <location path="Shop">
                    <system.webServer>
                        <httpErrors errorMode="Custom" />
                    </system.webServer>
                </location>
            </configuration>
            """,
            DocumentEditing.Clear(
                """
                <configuration>
                    <location path="Shop">
                        <system.webServer>
                            <asp>
                                <session allowSessionState="false" />
                            </asp>
                            <httpErrors errorMode="Custom" />
                        </system.webServer>
                    </location>
                </configuration>
                """,
                "Shop"));
    }

    [Fact]
    public void Clear_CommentInTheSection_TheSectionStays()
    {
        Assert.Equal(
            "<configuration>\n  <system.webServer>\n    <asp>\n      <!-- ticket 7 -->\n    </asp>\n  </system.webServer>\n</configuration>",
            DocumentEditing.Clear(
                "<configuration>\n  <system.webServer>\n    <asp>\n      <!-- ticket 7 -->\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n</configuration>",
                null));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"")]
    [InlineData("allowOverride=\"false\"")]
    [InlineData("inheritInChildApplications=\"false\"")]
    public void Clear_TagThatSaysMoreThanThePath_TheSectionStaysToCarryIt(string attribute)
    {
        Assert.Equal(
            $"<configuration><location path=\"Shop\" {attribute}><system.webServer><asp></asp></system.webServer></location></configuration>",
            DocumentEditing.Clear(
                $"<configuration><location path=\"Shop\" {attribute}><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>",
                "Shop"));
    }

    [Theory]
    [InlineData("<asp lockElements=\"limits\">")]
    [InlineData("<asp scriptErrorSentToBrowser=\"true\">")]
    public void Clear_SectionWithAttributes_Stays(string tag)
    {
        Assert.Equal(
            $"<configuration><system.webServer>{tag}</asp></system.webServer></configuration>",
            DocumentEditing.Clear($"<configuration><system.webServer>{tag}<session allowSessionState=\"false\" /></asp></system.webServer></configuration>", null));
    }

    [Fact]
    public void Clear_EverythingInOneLine_DocumentElementStays()
    {
        Assert.Equal(
            "<configuration></configuration>",
            DocumentEditing.Clear("<configuration><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></configuration>", null));
    }

    [Theory]
    [InlineData("<configuration/>")]
    [InlineData("<configuration><system.webServer><asp/></system.webServer></configuration>")]
    [InlineData("<configuration><system.webServer><asp><session/></asp></system.webServer></configuration>")]
    [InlineData("<configuration><location path=\"Shop\"><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></location></configuration>")]
    public void Clear_NothingSetHere_NothingChanges(string document)
    {
        Assert.Same(document, DocumentEditing.Clear(document, null));
    }
}

using static SessionState.Engine.Tests.Editing.DocumentEditing;

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
        Assert.Equal(Document(Asp(after)), Clear(Document(Asp(before)), null));
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
            Clear(
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
            Clear(
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
            Indented("<asp>\n      <!-- ticket 7 -->\n    </asp>"),
            Clear(Indented($"<asp>\n      <!-- ticket 7 -->\n      {Off}\n    </asp>"), null));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"")]
    [InlineData("allowOverride=\"false\"")]
    [InlineData("inheritInChildApplications=\"false\"")]
    public void Clear_TagThatSaysMoreThanThePath_TheSectionStaysToCarryIt(string attribute)
    {
        Assert.Equal(
            Document($"<location path=\"Shop\" {attribute}>{Asp("")}</location>"),
            Clear(Document($"<location path=\"Shop\" {attribute}>{Asp(Off)}</location>"), "Shop"));
    }

    [Theory]
    [InlineData("<asp lockElements=\"limits\">")]
    [InlineData("<asp scriptErrorSentToBrowser=\"true\">")]
    public void Clear_SectionWithAttributes_Stays(string tag)
    {
        Assert.Equal(
            Document($"<system.webServer>{tag}</asp></system.webServer>"),
            Clear(Document($"<system.webServer>{tag}{Off}</asp></system.webServer>"), null));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Clear_EndTagOfTheParentOnTheLastLine_StaysWhereItWas(string newLine)
    {
        var before = Document("\n  <location path=\"Other\" />").ReplaceLineEndings(newLine);

        Assert.Equal(before, Clear(Set(before, "Shop"), "Shop"));
    }

    [Fact]
    public void Clear_EverythingInOneLine_DocumentElementStays()
    {
        Assert.Equal("<configuration></configuration>", Clear(Document(Asp(Off)), null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<system.webServer><asp/></system.webServer>")]
    [InlineData("<system.webServer><asp><session/></asp></system.webServer>")]
    [InlineData($"<location path=\"Shop\"><system.webServer><asp>{Off}</asp></system.webServer></location>")]
    public void Clear_NothingSetHere_NothingChanges(string content)
    {
        var document = Document(content);

        Assert.Same(document, Clear(document, null));
    }
}

using SessionState.Engine.Schema;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorSetTests
{
    [Fact]
    public void Set_AttributeExists_OnlyItsValueChanges()
    {
        Assert.Equal(
            "<configuration><system.webServer><asp><session  max='5'\n allowSessionState = 'false'/></asp></system.webServer></configuration>",
            DocumentEditing.Set(
                "<configuration><system.webServer><asp><session  max='5'\n allowSessionState = 'true'/></asp></system.webServer></configuration>", null));
    }

    [Theory]
    [InlineData("<session />", "<session allowSessionState=\"false\" />")]
    [InlineData("<session/>", "<session allowSessionState=\"false\"/>")]
    [InlineData("<session></session>", "<session allowSessionState=\"false\"></session>")]
    [InlineData("<session max='1' />", "<session max='1' allowSessionState='false' />")]
    [InlineData("<session\n  max=\"1\"\n  timeout=\"00:20:00\"\n/>", "<session\n  max=\"1\"\n  timeout=\"00:20:00\" allowSessionState=\"false\"\n/>")]
    public void Set_ElementWithoutTheAttribute_AttributeFollowsTheLastOne(string before, string after)
    {
        Assert.Equal(
            $"<configuration><system.webServer><asp>{after}</asp></system.webServer></configuration>",
            DocumentEditing.Set($"<configuration><system.webServer><asp>{before}</asp></system.webServer></configuration>", null));
    }

    [Fact]
    public void Set_EmptySectionTag_IsOpenedInItsIndentation()
    {
        Assert.Equal(
            """
            <configuration>
              <system.webServer>
                <asp scriptErrorSentToBrowser="true">
                  <session allowSessionState="false" />
                </asp>
              </system.webServer>
            </configuration>
            """,
            DocumentEditing.Set(
                """
                <configuration>
                  <system.webServer>
                    <asp scriptErrorSentToBrowser="true" />
                  </system.webServer>
                </configuration>
                """,
                null));
    }

    [Fact]
    public void Set_SectionWithOtherChildren_ElementIsAppendedBesideThem()
    {
        Assert.Equal(
            """
            <configuration>
            	<system.webServer>
            		<asp>
            			<limits scriptTimeout="00:02:00" /> <!-- as ever
            			<session allowSessionState="true" /> -->
            			<session allowSessionState="false" />
            		</asp>
            	</system.webServer>
            </configuration>
            """,
            DocumentEditing.Set(
                """
                <configuration>
                	<system.webServer>
                		<asp>
                			<limits scriptTimeout="00:02:00" /> <!-- as ever
                			<session allowSessionState="true" /> -->
                		</asp>
                	</system.webServer>
                </configuration>
                """,
                null));
    }

    [Theory]
    [InlineData("<asp></asp>")]
    [InlineData("<asp/>")]
    [InlineData("<asp>  </asp>")]
    public void Set_SectionInOneLine_GetsLinesOfItsOwn(string section)
    {
        Assert.Equal(
            "<configuration>\n  <system.webServer>\n    <asp>\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n</configuration>",
            DocumentEditing.Set($"<configuration>\n  <system.webServer>\n    {section}\n  </system.webServer>\n</configuration>", null));
    }

    [Fact]
    public void Set_SectionWithOnlyAComment_ElementComesAfterIt()
    {
        Assert.Equal(
            "<configuration>\n  <system.webServer>\n    <asp>\n      <!-- ours -->\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n</configuration>",
            DocumentEditing.Set("<configuration>\n  <system.webServer>\n    <asp>\n      <!-- ours -->\n    </asp>\n  </system.webServer>\n</configuration>", null));
        Assert.Equal(
            "<configuration>\n  <system.webServer>\n    <asp><!-- ours -->\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n</configuration>",
            DocumentEditing.Set("<configuration>\n  <system.webServer>\n    <asp><!-- ours --></asp>\n  </system.webServer>\n</configuration>", null));
    }

    [Theory]
    [InlineData("<configuration/>", "<configuration><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></configuration>")]
    [InlineData("<configuration></configuration>", "<configuration><system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer></configuration>")]
    [InlineData(
        "<configuration><a/><system.webServer><b/></system.webServer></configuration>\r\n",
        "<configuration><a/><system.webServer><b/><asp><session allowSessionState=\"false\" /></asp></system.webServer></configuration>\r\n")]
    [InlineData(
        "<configuration>\r\n  <system.webServer><asp/></system.webServer>\r\n</configuration>",
        "<configuration>\r\n  <system.webServer><asp><session allowSessionState=\"false\" /></asp></system.webServer>\r\n</configuration>")]
    public void Set_DocumentOrParentInOneLine_StaysInOneLine(string before, string after)
    {
        Assert.Equal(after, DocumentEditing.Set(before, null));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Set_NewSection_LineEndsAreThoseOfTheNeighbours(string newLine)
    {
        Assert.Equal(
            Lines(newLine, "<configuration>", "  <a>", "  </a>", "  <system.webServer>", "    <asp>", "      <session allowSessionState=\"false\" />",
                "    </asp>", "  </system.webServer>", "</configuration>", ""),
            DocumentEditing.Set(Lines(newLine, "<configuration>", "  <a>", "  </a>", "</configuration>", ""), null));
    }

    [Fact]
    public void Set_MixedLineEnds_TheNeighboursDecide()
    {
        Assert.Equal(
            "<configuration>\r\n  <a />\n  <system.webServer>\n    <asp>\n      <session allowSessionState=\"false\" />\n    </asp>\n  </system.webServer>\n</configuration>\r\n",
            DocumentEditing.Set("<configuration>\r\n  <a />\n</configuration>\r\n", null));
    }

    [Fact]
    public void Set_FlatDocument_StaysFlat()
    {
        Assert.Equal(
            "<configuration>\n<a />\n<system.webServer>\n<asp>\n<session allowSessionState=\"false\" />\n</asp>\n</system.webServer>\n</configuration>",
            DocumentEditing.Set("<configuration>\n<a />\n</configuration>", null));
    }

    [Fact]
    public void Set_ValueThatIsThere_NothingChanges()
    {
        const string document = "<configuration><system.webServer><asp><session allowSessionState=\"False\"/></asp></system.webServer></configuration>";

        Assert.Same(document, DocumentEditing.Set(document, null));
        Assert.NotEqual(document, DocumentEditing.Set(document, null, "true"));
    }

    [Fact]
    public void Set_InvalidValueThatIsThere_IsReplaced()
    {
        Assert.Equal(
            "<configuration><system.webServer><asp><session allowSessionState=\"false\"/></asp></system.webServer></configuration>",
            DocumentEditing.Set("<configuration><system.webServer><asp><session allowSessionState=\"no\"/></asp></system.webServer></configuration>", null));
    }

    [Fact]
    public void Set_AnotherSettingOfTheRow_WritesThatOne()
    {
        Assert.Equal(
            "<configuration><system.webServer><asp><session allowSessionState=\"false\" timeout=\"00:10:00\"/></asp></system.webServer></configuration>",
            DocumentEditing.Set(
                "<configuration><system.webServer><asp><session allowSessionState=\"false\"/></asp></system.webServer></configuration>",
                null, "00:10:00", Settings.Timeout));
    }

    private static string Lines(string newLine, params string[] lines) => string.Join(newLine, lines);
}

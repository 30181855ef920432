using SessionState.Engine.Schema;
using static SessionState.Engine.Tests.Editing.DocumentEditing;

namespace SessionState.Engine.Tests.Editing;

public sealed class SectionEditorSetTests
{
    [Fact]
    public void Set_AttributeExists_OnlyItsValueChanges()
    {
        Assert.Equal(
            Document(Asp("<session  max='5'\n allowSessionState = 'false'/>")),
            Set(Document(Asp("<session  max='5'\n allowSessionState = 'true'/>")), null));
    }

    [Theory]
    [InlineData("<session />", "<session allowSessionState=\"false\" />")]
    [InlineData("<session/>", "<session allowSessionState=\"false\"/>")]
    [InlineData("<session></session>", "<session allowSessionState=\"false\"></session>")]
    [InlineData("<session max='1' />", "<session max='1' allowSessionState='false' />")]
    [InlineData("<session\n  max='1'\n  timeout='00:20:00'\n/>", "<session\n  max='1'\n  timeout='00:20:00' allowSessionState='false'\n/>")]
    public void Set_ElementWithoutTheAttribute_AttributeFollowsTheLastOne(string before, string after)
    {
        Assert.Equal(Document(Asp(after)), Set(Document(Asp(before)), null));
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
            Set(
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
            Set(
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
        Assert.Equal(Indented($"<asp>\n      {Off}\n    </asp>"), Set(Indented(section), null));
    }

    [Fact]
    public void Set_SectionWithOnlyAComment_ElementComesAfterIt()
    {
        Assert.Equal(
            Indented($"<asp>\n      <!-- ours -->\n      {Off}\n    </asp>"),
            Set(Indented("<asp>\n      <!-- ours -->\n    </asp>"), null));
        Assert.Equal(
            Indented($"<asp><!-- ours -->\n      {Off}\n    </asp>"),
            Set(Indented("<asp><!-- ours --></asp>"), null));
    }

    [Fact]
    public void Set_DocumentOrParentInOneLine_StaysInOneLine()
    {
        Assert.Equal(Document(Asp(Off)), Set("<configuration/>", null));
        Assert.Equal(Document(Asp(Off)), Set("<configuration></configuration>", null));
        Assert.Equal(
            Document($"<a/><system.webServer><b/><asp>{Off}</asp></system.webServer>") + "\r\n",
            Set(Document("<a/><system.webServer><b/></system.webServer>") + "\r\n", null));
        Assert.Equal(
            Document($"\r\n  {Asp(Off)}\r\n"),
            Set(Document("\r\n  <system.webServer><asp/></system.webServer>\r\n"), null));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Set_NewSection_LineEndsAreThoseOfTheNeighbours(string newLine)
    {
        const string before = "<configuration>\n  <a>\n  </a>\n</configuration>\n";
        const string after =
            $"""
            <configuration>
              <a>
              </a>
              <system.webServer>
                <asp>
                  {Off}
                </asp>
              </system.webServer>
            </configuration>

            """;

        Assert.Equal(after.ReplaceLineEndings(newLine), Set(before.ReplaceLineEndings(newLine), null));
    }

    [Fact]
    public void Set_MixedLineEnds_TheNeighboursDecide()
    {
        Assert.Equal(
            Document($"\r\n  <a />\n  <system.webServer>\n    <asp>\n      {Off}\n    </asp>\n  </system.webServer>\n") + "\r\n",
            Set(Document("\r\n  <a />\n") + "\r\n", null));
    }

    [Fact]
    public void Set_FlatDocument_StaysFlat()
    {
        Assert.Equal(
            Document($"\n<a />\n<system.webServer>\n<asp>\n{Off}\n</asp>\n</system.webServer>\n"),
            Set(Document("\n<a />\n"), null));
    }

    [Fact]
    public void Set_ValueThatIsThere_NothingChanges()
    {
        var document = Document(Asp("<session allowSessionState=\"False\"/>"));

        Assert.Same(document, Set(document, null));
        Assert.NotEqual(document, Set(document, null, "true"));
    }

    [Fact]
    public void Set_InvalidValueThatIsThere_IsReplaced()
    {
        Assert.Equal(
            Document(Asp("<session allowSessionState=\"false\"/>")),
            Set(Document(Asp("<session allowSessionState=\"no\"/>")), null));
    }

    [Fact]
    public void Set_AnotherSettingOfTheRow_WritesThatOne()
    {
        Assert.Equal(
            Document(Asp("<session allowSessionState=\"false\" timeout=\"00:10:00\"/>")),
            Set(Document(Asp("<session allowSessionState=\"false\"/>")), null, "00:10:00", Settings.Timeout));
    }
}

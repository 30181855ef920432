using SessionState.Engine.Editing;
using SessionState.Engine.Editing.Locks;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Tests.Editing.Locks;

/// <summary>Locks of one document, from text to text.</summary>
public sealed class LockEditorTests
{
    private const string File = "applicationHost.config";

    private const string Empty =
        """
        <configuration>
            <system.webServer>
                <httpErrors />
            </system.webServer>

        </configuration>
        """;

    [Fact]
    public void Vector33_NothingThere_UnlockIsATagWithAnEmptySection()
    {
        const string unlocked =
            """
            <configuration>
                <system.webServer>
                    <httpErrors />
                </system.webServer>
                <location path="Shop" overrideMode="Allow">
                    <system.webServer>
                        <asp />
                    </system.webServer>
                </location>

            </configuration>
            """;

        Assert.Equal(unlocked, Apply(Empty, "Shop", OverrideMode.Allow));
        Assert.Equal(Empty, Apply(unlocked, "SHOP", OverrideMode.Inherit));
    }

    // A line that starts inside a tag keeps its blanks: it could be the middle of a value.
    [Fact]
    public void Vector34_ServerLevel_DirectContentMovesIntoATagOfTheServer()
    {
        Assert.Equal(
            """
            <configuration>
                <system.webServer>
                    <httpErrors />
                </system.webServer>
                <location path="" overrideMode="Allow">
                    <system.webServer>
                        <asp scriptErrorSentToBrowser="true"
                         codePage="0">
                            <!-- disk -->
                            <cache diskTemplateCacheDirectory="x" />
                        </asp>
                    </system.webServer>
                </location>
            </configuration>
            """,
            Apply(
                """
                <configuration>
                    <system.webServer>
                        <asp scriptErrorSentToBrowser="true"
                             codePage="0">
                            <!-- disk -->
                            <cache diskTemplateCacheDirectory="x" />
                        </asp>
                        <httpErrors />
                    </system.webServer>
                </configuration>
                """,
                null,
                OverrideMode.Allow));
    }

    [Fact]
    public void ServerLevel_TagOfTheSameModeIsThere_SectionJoinsIt()
    {
        Assert.Equal(
            """
            <configuration>
              <location path="" overrideMode="Allow">
                <system.webServer>
                  <handlers />
                  <asp />
                </system.webServer>
              </location>
            </configuration>
            """,
            Apply(
                """
                <configuration>
                  <system.webServer>
                    <asp />
                  </system.webServer>
                  <location path="" overrideMode="Allow">
                    <system.webServer>
                      <handlers />
                    </system.webServer>
                  </location>
                </configuration>
                """,
                null,
                OverrideMode.Allow));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"", OverrideMode.Deny, "overrideMode=\"Deny\"")]
    [InlineData("overrideMode='Allow'", OverrideMode.Deny, "overrideMode='Deny'")]
    [InlineData("allowOverride=\"false\"", OverrideMode.Allow, "overrideMode=\"Allow\"")]
    [InlineData("overrideMode=\"Deny\" allowOverride='false'", OverrideMode.Allow, "overrideMode=\"Allow\"")]
    [InlineData("inheritInChildApplications=\"false\"", OverrideMode.Deny, "inheritInChildApplications=\"false\" overrideMode=\"Deny\"")]
    public void TagOfTheSectionAlone_OnlyItsModeChanges(string before, OverrideMode mode, string after)
    {
        Assert.Equal(Tag(after, "<asp bufferingOn=\"true\" />"), Apply(Tag(before, "<asp bufferingOn=\"true\" />"), "Shop", mode));
    }

    [Theory]
    [InlineData("overrideMode=\"Allow\"", OverrideMode.Allow)]
    [InlineData("allowOverride=\"true\"", OverrideMode.Allow)]
    [InlineData("allowOverride=\"false\"", OverrideMode.Deny)]
    [InlineData("overrideMode=\"Inherit\"", OverrideMode.Inherit)]
    [InlineData("", OverrideMode.Inherit)]
    public void TagThatSaysSoAlready_NothingChanges(string attributes, OverrideMode mode)
    {
        var before = Tag(attributes, "<asp />");

        Assert.Equal(before, Apply(before, "Shop", mode));
    }

    [Fact]
    public void Vector37_LegacyTagOfAManagedSection_SaysNothingYetAndIsSpelledAnew()
    {
        const string before = "<configuration><location path=\"Shop\" allowOverride=\"true\"><system.web><pages /></system.web></location></configuration>";
        var source = XmlSource.Parse(before, File, out _)!;

        var edit = new LockEditor(source, File, LockPlace.Of("Shop", true), "system.web/pages").Apply(OverrideMode.Allow);

        Assert.Equal(
            before.Replace("allowOverride=\"true\"", "overrideMode=\"Allow\"", StringComparison.Ordinal), TextChanges.Apply(before, edit.Changes));
    }

    [Fact]
    public void Inherit_TagWithContent_OnlyTheModeGoes()
    {
        Assert.Equal(
            "<configuration><location path=\"Shop\"><system.webServer><asp bufferingOn=\"true\" /></system.webServer></location></configuration>",
            Apply(Tag("overrideMode=\"Deny\"", "<asp bufferingOn=\"true\" />"), "Shop", OverrideMode.Inherit));
    }

    [Fact]
    public void Inherit_TagWithAComment_TheTagStays()
    {
        Assert.Equal(
            "<configuration><location path=\"Shop\"><system.webServer><!-- why --><asp /></system.webServer></location></configuration>",
            Apply(Tag("overrideMode=\"Deny\"", "<!-- why --><asp />"), "Shop", OverrideMode.Inherit));
    }

    [Fact]
    public void TagWithOtherSections_TheSectionGetsASiblingSoThatNoOtherIsLocked()
    {
        const string before =
            """
            <configuration>
                <location path="Shop" inheritInChildApplications="false">
                    <system.webServer>
                        <asp>
                            <session allowSessionState="false" />
                        </asp>
                        <httpErrors errorMode="Custom" />
                    </system.webServer>
                </location>
            </configuration>
            """;

        Assert.Equal(
            """
            <configuration>
                <location path="Shop" inheritInChildApplications="false">
                    <system.webServer>
                        <httpErrors errorMode="Custom" />
                    </system.webServer>
                </location>
                <location path="Shop" overrideMode="Deny" inheritInChildApplications="false">
                    <system.webServer>
                        <asp>
                            <session allowSessionState="false" />
                        </asp>
                    </system.webServer>
                </location>
            </configuration>
            """,
            Apply(before, "shop", OverrideMode.Deny));
    }

    [Fact]
    public void Inherit_TagWithOtherSections_TheSectionGoesBackToTheFilesOwnLevel()
    {
        const string moved =
            """
            <configuration>
                <location path="" overrideMode="Allow">
                    <system.webServer>
                        <handlers />
                        <asp bufferingOn="true" />
                    </system.webServer>
                </location>
                <system.webServer>
                    <httpErrors />
                    <!-- last -->
                </system.webServer>
            </configuration>
            """;

        var reset = Apply(moved, null, OverrideMode.Inherit);

        Assert.Equal(
            """
            <configuration>
                <location path="" overrideMode="Allow">
                    <system.webServer>
                        <handlers />
                    </system.webServer>
                </location>
                <system.webServer>
                    <httpErrors />
                    <asp bufferingOn="true" />
                    <!-- last -->
                </system.webServer>
            </configuration>
            """,
            reset);
        Assert.Equal(moved, Apply(reset, null, OverrideMode.Allow));
    }

    [Fact]
    public void Inherit_EmptySectionBesideOthers_OnlyTheSectionGoes()
    {
        Assert.Equal(
            Tag("overrideMode=\"Deny\"", "<httpErrors />"),
            Apply(Tag("overrideMode=\"Deny\"", "<httpErrors /><asp />"), "Shop", OverrideMode.Inherit));
    }

    [Fact]
    public void OneLineDocument_StaysOne()
    {
        Assert.Equal(
            "<configuration><location path=\"\" overrideMode=\"Deny\"><system.webServer><asp a='1'/></system.webServer></location></configuration>",
            Apply("<configuration><system.webServer><asp a='1'/></system.webServer></configuration>", null, OverrideMode.Deny));
    }

    [Fact]
    public void WebConfig_OwnLevelIsSpelledWithADot()
    {
        var source = XmlSource.Parse("<configuration/>", "web.config", out _)!;
        var edit = new LockEditor(source, "web.config", LockPlace.Of(null, false), "system.webServer/asp").Apply(OverrideMode.Deny);

        Assert.Equal(
            "<configuration><location path=\".\" overrideMode=\"Deny\"><system.webServer><asp /></system.webServer></location></configuration>",
            TextChanges.Apply(source.Text, edit.Changes));
    }

    [Theory]
    [InlineData("<location path=\"Shop\"><system.webServer><asp/></system.webServer></location><location path=\"SHOP\"><system.webServer><asp/></system.webServer></location>", "stands more than once")]
    [InlineData("<location path=\"Shop\"><system.webServer><asp configSource=\"a.config\"/></system.webServer></location>", "configSource")]
    [InlineData("<location path=\"Shop\"><system.webServer><asp childSource=\"a.config\"/></system.webServer></location>", "childSource")]
    [InlineData("<location path=\"Shop\"><system.webServer><asp><EncryptedData/></asp></system.webServer></location>", "is encrypted")]
    public void X09AndX15AndX16_WhatCannotBeMovedSafely_IsRefused(string content, string why)
    {
        var source = XmlSource.Parse($"<configuration>{content}</configuration>", File, out _)!;

        foreach (var mode in Enum.GetValues<OverrideMode>())
        {
            var edit = new LockEditor(source, File, LockPlace.Of("Shop", true), "system.webServer/asp").Apply(mode);
            Assert.Contains(why, edit.Refusal!.Message, StringComparison.Ordinal);
            Assert.Equal((RefusalKind.NotHere, File), (edit.Refusal.Kind, edit.Refusal.File));
        }
    }

    private static string Tag(string attributes, string content) =>
        $"<configuration><location path=\"Shop\" {attributes}><system.webServer>{content}</system.webServer></location></configuration>";

    private static string Apply(string before, string? location, OverrideMode mode)
    {
        var source = XmlSource.Parse(before, File, out var problem);
        Assert.Null(problem);
        var edit = new LockEditor(source!, File, LockPlace.Of(location, true), "system.webServer/asp").Apply(mode);
        Assert.Null(edit.Refusal);
        return TextChanges.Apply(before, edit.Changes);
    }
}

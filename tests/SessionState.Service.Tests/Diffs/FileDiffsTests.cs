using System.Globalization;
using System.Text;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Text;
using SessionState.Service.Diffs;

namespace SessionState.Service.Tests.Diffs;

/// <summary>ASVS 14.2.6.</summary>
public sealed class FileDiffsTests
{
    private const string Numbers = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

    [Fact]
    public void Of_OneValueInALine_ShowsTheLineWithThreeAround()
    {
        Assert.Equal(
            """
            ~
             2  2  2
             3  3  3
             4  4  4
             5    -5
                5 +five
             6  6  6
             7  7  7
             8  8  8
            ~
            """,
            Show(Numbers, Replace("5", "five")));
    }

    [Fact]
    public void Of_LinesInsertedBeforeTheEnd_ShowsOnlyTheNewOnes()
    {
        Assert.Equal(
            """
             1  1  <configuration>
             2  2    <system.webServer />
                3 +  <location path="a">
                4 +  </location>
             3  5  </configuration>
            """,
            Show(
                "<configuration>\r\n  <system.webServer />\r\n</configuration>\r\n",
                new TextChange(new(41, 0), "  <location path=\"a\">\r\n  </location>\r\n")));
    }

    [Fact]
    public void Of_InsertionAtTheEndOfALine_ShowsThatLineUnchanged()
    {
        Assert.Equal(
            """
             1  1  a
                2 +new
             2  3  b
            """,
            Show("a\nb", new TextChange(new(1, 0), "\nnew")));
    }

    [Fact]
    public void Of_TwoChangesFarApart_HaveAGapBetween()
    {
        Assert.Equal(
            """
             1    -1
                1 +one
             2  2  2
             3  3  3
             4  4  4
            ~
             6  6  6
             7  7  7
             8  8  8
             9    -9
                9 +nine
               10 +
            """,
            Show(Numbers, Replace("1", "one"), Replace("9", "nine\n")));
    }

    [Fact]
    public void Of_TwoChangesNearEachOther_ShareTheirContext()
    {
        Assert.Equal(
            """
             1  1  1
             2    -2
                2 +two
             3  3  3
             4  4  4
             5    -5
             6  5  6
             7  6  7
             8  7  8
            ~
            """,
            Show(Numbers, Replace("2", "two"), Replace("5\n", "")));
    }

    [Fact]
    public void Of_NewFile_IsAllAdded()
    {
        var diff = FileDiffs.Of(Edit("", new TextChange(new(0, 0), "a\nb\n")) with { IsNew = true });

        Assert.True(diff.IsNew);
        Assert.Equal(["a", "b"], diff.Lines.Select(line => line.Text));
        Assert.All(diff.Lines, line => Assert.Equal((DiffKind.Added, null), (line.Kind, line.OldLine)));
    }

    [Fact]
    public void Of_NoChange_IsEmpty()
    {
        Assert.Empty(FileDiffs.Of(Edit(Numbers)).Lines);
    }

    [Fact]
    public void Of_CredentialsAround_AreMasked()
    {
        Assert.Equal(
            """
             1  1  <add name="a" connectionString="•••
             2  2  •••" />
             3  3  <identity userName="bob" password="•••" />
             4    -<session on="true" />
                4 +<session on="false" />
             5  5  <machineKey validationKey='•••' />
            """,
            Show(
                "<add name=\"a\" connectionString=\"Server=x;\nPwd=secret\" />\n<identity userName=\"bob\" password=\"hunter2\" />\n<session on=\"true\" />\n<machineKey validationKey='ABC' />\n",
                Replace("true", "false"),
                "<add name=\"a\" connectionString=\"Server=x;\nPwd=secret\" />\n<identity userName=\"bob\" password=\"hunter2\" />\n<session on=\"true\" />\n<machineKey validationKey='ABC' />\n"));
    }

    [Fact]
    public void Of_SecretThatBeginsAboveTheContext_IsMasked()
    {
        const string Text = "<add connectionString=\"a\nb\nc\nd\ne\" />\n<session on=\"true\" />";

        var diff = Show(Text, Replace("true", "false"), Text);

        Assert.Equal(
            """
            ~
             3  3  •••
             4  4  •••
             5  5  •••" />
             6    -<session on="true" />
                6 +<session on="false" />
            """,
            diff);
    }

    private static TextChange Replace(string old, string by, string text = Numbers) =>
        new(new(text.IndexOf(old, StringComparison.Ordinal), old.Length), by);

    private static string Show(string before, TextChange change, string of) =>
        Show(before, change with { Span = new(of.IndexOf("true", StringComparison.Ordinal), 4) });

    private static string Show(string before, params TextChange[] changes)
    {
        return string.Join(Environment.NewLine, FileDiffs.Of(Edit(before, changes)).Lines.Select(line => line.Kind == DiffKind.Gap
            ? "~"
            : string.Create(CultureInfo.InvariantCulture, $"{line.OldLine,2}{line.NewLine,3} {Sign(line.Kind)}{line.Text}")));
    }

    private static FileEdit Edit(string before, params TextChange[] changes) => new(
        "web.config",
        false,
        before,
        [.. changes],
        SourceText.Decode(Encoding.UTF8.GetBytes(before), "web.config", out _)!);

    private static char Sign(DiffKind kind) => kind switch { DiffKind.Added => '+', DiffKind.Removed => '-', _ => ' ' };
}

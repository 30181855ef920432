using System.Diagnostics;
using System.Text;
using SessionState.Engine.Pages;

namespace SessionState.Engine.Tests.Pages;

public sealed class PageReaderProperties
{
    private static readonly string[] Pieces =
    [
        "<%", "%>", "<%@", "<%--", "--%>", "<script runat=server>", "</script>", "<script ", "<object ", "\"", "'", "@\"", "$\"", "$@\"", "{", "}",
        "{{", "\\", "/*", "*/", "//", "/", "[", "]", "Session", "Session(", ".", "?", "EnableSessionState", "=", "False", "Rem ", "\r\n", "\n", " ",
        "é", "\0", "Language=C#", "Language=JScript", ">", "<", "\uD800",
    ];

    [Fact]
    public void AnyPieces_AreReadWithoutThrowing()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            // The same sequence in every run: a linear congruence, as random as it needs to be.
            var (state, text) = ((uint)seed, new StringBuilder());
            for (var i = 0; i < 24; i++)
            {
                state = (state * 1664525) + 1013904223;
                text.Append(Pieces[(state >> 16) % Pieces.Length]);
            }

            foreach (var name in (string[])["x.asp", "x.aspx", "x.ashx", "x.aspx.cs", "global.asa"])
            {
                var facts = Page.Read(name, text.ToString());

                Assert.True(facts.FirstUse is null == (facts.UseCount == 0), text.ToString());
            }
        }
    }

    [Fact]
    public void HostilePages_TakeTimeInProportionToTheirLength()
    {
        foreach (var piece in Pieces.Concat(["<script \"", "<script '\"", "<%\"", "<%@ a=\"", "<% $\"{", "<% /* ", "<%-- ", "<%@Page%>", "Session ", "<% Session[", "sub Session_OnEnd "]))
        {
            var page = new StringBuilder("Session<%").Insert(0, piece, PageReader.MaximumBytes / 4 / piece.Length).ToString();
            var watch = Stopwatch.StartNew();

            Page.Read("x.aspx", page);
            Page.Read("x.asp", "<%" + page);
            Page.Read("x.aspx.cs", page);
            Page.Read("global.asa", "<script runat=server>" + page);

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"\"{piece}\" took {watch.Elapsed}");
        }
    }
}

using System.Text;
using SessionState.Engine.Pages;

namespace SessionState.Engine.Tests.Pages;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("<%@ EnableSessionState=False %>")]
    [InlineData("<%@ENABLESESSIONSTATE=FALSE%>")]
    [InlineData("<% @ enablesessionstate = 'false' Language=VBScript %>")]
    [InlineData("<%@ Language=\"VBScript\" CodePage=65001 EnableSessionState=\"False\"%>")]
    [InlineData("some text <b>before</b><%@EnableSessionState\t=\tFalse%>")]
    [InlineData("<!-- <%@ EnableSessionState=False %> -->")]
    [InlineData("<%@ EnableSessionState=False")]
    public void AspPage_SwitchesSessionsOff(string text) =>
        Assert.Equal(DirectiveValue.Off, Page.Read("default.asp", text).Directive?.Value);

    [Theory]
    [InlineData("<%-- <%@ EnableSessionState=False %> --%>")]
    [InlineData("<%@ Language=VBScript %><%@ EnableSessionState=False %>")]
    [InlineData("<% s = \"<%@ EnableSessionState=False \" %>")]
    [InlineData("<script runat=server>s = \"<%@ EnableSessionState=False %>\"</script>")]
    [InlineData("EnableSessionState=False")]
    [InlineData("<%@ XEnableSessionState=False %>")]
    [InlineData("<%@ EnableSessionState %>")]
    [InlineData("")]
    public void AspPage_SaysNothing(string text) => Assert.Null(Page.Read("default.asp", text).Directive);

    [Theory]
    [InlineData("True", DirectiveValue.On)]
    [InlineData("ReadOnly", DirectiveValue.Invalid)]
    [InlineData("0", DirectiveValue.Invalid)]
    [InlineData("\"\"", DirectiveValue.Invalid)]
    public void AspPage_OtherValues(string value, DirectiveValue expected) =>
        Assert.Equal(expected, Page.Read("x.ASP", $"<%@ EnableSessionState={value} %>").Directive?.Value);

    [Theory]
    [InlineData("<%@ Page Language=\"C#\" EnableSessionState=\"ReadOnly\" %>", DirectiveValue.ReadOnly)]
    [InlineData("<%@ page enablesessionstate=\"readonly\" %>", DirectiveValue.ReadOnly)]
    [InlineData("<%@ EnableSessionState=\"true\" %>", DirectiveValue.On)]
    [InlineData("<%@ Import Namespace=\"System\" %>\n<%@ Page EnableSessionState='False' %>", DirectiveValue.Off)]
    public void AspNetPage_ItsPageDirectiveRules(string text, DirectiveValue expected) =>
        Assert.Equal(expected, Page.Read("Default.aspx", text).Directive?.Value);

    [Theory]
    [InlineData("part.ascx")]
    [InlineData("site.master")]
    [InlineData("global.asax")]
    [InlineData("global.asa")]
    public void OtherFiles_HaveNoSuchDirective(string name) =>
        Assert.Null(Page.Read(name, "<%@ Control EnableSessionState=\"False\" %>").Directive);

    [Fact]
    public void Directive_SaysWhatIsWrittenAndOnWhichLine()
    {
        var directive = Page.Read("x.asp", "<%@ Language=VBScript\r\n  CodePage=1252\r\n  EnableSessionState=Flase\r\n%>").Directive;

        Assert.Equal(new PageDirective(DirectiveValue.Invalid, "Flase", 3), directive);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ByteOrderMark_IsNoPartOfThePage(string encoding)
    {
        var unicode = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. unicode.Preamble, .. unicode.GetBytes("<%@ EnableSessionState=False %>Grüße")];

        Assert.Equal(new PageDirective(DirectiveValue.Off, "False", 1), Page.Read("x.asp", bytes).Directive);
    }

    [Fact]
    public void Utf16WithoutMark_IsKnownByItsFirstSign() =>
        Assert.NotNull(Page.Read("x.asp", Encoding.Unicode.GetBytes("<%@ EnableSessionState=False %>")).Directive);

    [Fact]
    public void AnsiPage_IsReadWithoutKnowingItsCodePage()
    {
        byte[] bytes = [.. "<% ' "u8, 0xD6, 0xD0, 0xFF, 0x80, .. " %><%@ EnableSessionState=False %>\n<% Session(\"x\") = \""u8, 0xE9, .. "\" %>"u8];

        var page = Page.Read("x.asp", bytes);

        Assert.Equal((DirectiveValue.Off, 2), (page.Directive?.Value, page.FirstUse?.Line));
    }

    [Theory]
    [InlineData("default.asp", PageKind.Asp)]
    [InlineData("CONN.INC", PageKind.AspInclude)]
    [InlineData("Global.asa", PageKind.AspGlobal)]
    [InlineData("a.b.aspx", PageKind.AspNetPage)]
    [InlineData("x.ascx", PageKind.AspNetPart)]
    [InlineData("Site.Master", PageKind.AspNetPart)]
    [InlineData("h.ashx", PageKind.AspNetHandler)]
    [InlineData("Default.aspx.cs", PageKind.AspNetCode)]
    [InlineData("Site.master.vb", PageKind.AspNetCode)]
    [InlineData("global.asax", PageKind.AspNetGlobal)]
    [InlineData("other.asa", null)]
    [InlineData("x.cs", null)]
    [InlineData("x.asp.cs", null)]
    [InlineData("x.html", null)]
    [InlineData("asp", null)]
    public void Name_TellsTheKind(string name, PageKind? kind) => Assert.Equal(kind, PageReader.KindOf(name));
}

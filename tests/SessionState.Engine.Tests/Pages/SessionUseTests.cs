namespace SessionState.Engine.Tests.Pages;

public sealed class SessionUseTests
{
    [Theory]
    [InlineData("<%\nSession(\"x\") = 1\n%>", "Session(…) 2")]
    [InlineData("<% If session ( \"x\" ) = \"\" Then %>", "Session(…) 1")]
    [InlineData("<p>\n<%= Session(\"name\") %></p>", "Session(…) 2")]
    [InlineData("<% Session.Timeout = 5 %>", "Session.Timeout 1")]
    [InlineData("<% Session.Contents.Remove \"x\" %>", "Session.Contents 1")]
    [InlineData("<% Session.Abandon %>", "Session.Abandon 1")]
    [InlineData("<% Set Session(\"c\") = c %>", "Session(…) 1")]
    [InlineData("<% s = \"it's\" : Session.Abandon %>", "Session.Abandon 1")]
    [InlineData("<% Call Use(Session) %>", "Session 1")]
    [InlineData("<% For Each key In Session\n %>", "Session 1")]
    [InlineData("<!-- <%= Session.SessionID %> -->", "Session.SessionID 1")]
    [InlineData("<script language=VBScript runat=server>\nSub x\n Session(\"a\") = 1\nEnd Sub</script>", "Session(…) 3")]
    [InlineData("<%@ language=JScript %><% var a = 'x'; // \"\n/* ' */ Session(\"a\") = /'/; %>", "Session(…) 2")]
    [InlineData("<%@ language=JScript %><% var p = /[/*]/g; Session(\"a\") = 1; %>", "Session(…) 1")]
    [InlineData("<%\nvar a = 'x';\nif (a) {\n  Session('a') = a;\n}\n%>", "Session(…) 4")]
    [InlineData("<OBJECT RUNAT=Server SCOPE=Session ID=Cart PROGID=\"x.y\"></OBJECT>", "a tag that uses the session 1")]
    [InlineData("<script src=\"<%= Session(\"x\") %>\"></script>", "Session(…) 1")]
    public void AspPage_Uses(string text, string expected) => Assert.Equal(expected, Page.FirstUse("x.asp", text));

    [Theory]
    [InlineData("<% ' Session(\"x\") = 1 %>")]
    [InlineData("<% Rem Session(\"x\") = 1\n x = 1 %>")]
    [InlineData("<% x = \"Session(1)\" %>")]
    [InlineData("<% x = \"a\"\"Session(1)\"\"\" %>")]
    [InlineData("<p>Session(\"x\")</p><script>sessionStorage.x; Session(\"x\")</script>")]
    [InlineData("<%-- <% Session(\"x\") %> --%>")]
    [InlineData("<% mySession(\"x\") = 1 : Session_Id = 2 : SessionX(\"y\") %>")]
    [InlineData("<% db.Session(\"x\") = 1 %>")]
    [InlineData("<% Dim Session\nSet Session = New Store\nSession(\"x\") = 1 %>")]
    [InlineData("<% Class Session\nEnd Class\nSet s = New Session\n %>")]
    [InlineData("<%@ language=JScript %><% /* Session(1) */ // Session(2)\n var s = \"Session(3)\"; var t = 'Session(4)'; %>")]
    [InlineData("<%@ language=JScript %><% /* %> Session <% Session(1) */ %>")]
    [InlineData("<%@ language=JScript %><% function Session() {} Session(1); %>")]
    [InlineData("<object runat=server scope=application id=x></object>")]
    [InlineData("<script runat=client>Session(1)</script>")]
    [InlineData("")]
    public void AspPage_UsesNone(string text) => Assert.Null(Page.FirstUse("x.asp", text));

    [Theory]
    [InlineData("<%@ Page Language=\"C#\" %><%= Session[\"a\"] %>", "Session[…] 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% HttpContext.Current.Session.Clear(); %>", "Session.Clear 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% HttpContext.Current?.Session?[\"a\"] %>", "Session[…] 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% var s = $\"{{x}} {Session[\"a\"]}\"; %>", "Session[…] 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% var s = @\"\\\"; Session[\"a\"] = 'b'; %>", "Session[…] 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% if (Session == null) { } %>", "Session 1")]
    [InlineData("<%@ Page Language=\"C#\" %><% x = (string)Session[\"a\"]; %>", "Session[…] 1")]
    [InlineData("<%@ Page Language=\"VB\" %><% Dim a = Me.Session(\"a\") %>", "Session(…) 1")]
    [InlineData("<%@ Page Language=\"VB\" %><% If Session(\"a\") Is Nothing Then %>", "Session(…) 1")]
    [InlineData("<asp:Label runat=\"server\" Text='<%# Session(\"a\") %>' />", "Session(…) 1")]
    [InlineData("<asp:SessionParameter Name=\"a\" SessionField=\"b\" />", "a tag that uses the session 1")]
    [InlineData("<script runat=\"server\">\nvoid Page_Load() {\n  Session[\"a\"] = 1;\n}\n</script>", "Session[…] 3")]
    public void AspNetPage_Uses(string text, string expected) => Assert.Equal(expected, Page.FirstUse("x.aspx", text));

    [Theory]
    [InlineData("<%@ Page Language=\"C#\" %><% var session = Open(); session[\"a\"] = 1; %>")]
    [InlineData("<%@ Page Language=\"C#\" %><% Session s = new Session(); %>")]
    [InlineData("<%@ Page Language=\"C#\" %><% var x = store.Session[1]; %>")]
    [InlineData("<%@ Page Language=\"C#\" %><% var s = @\"a \"\" Session[1] \"; %>")]
    [InlineData("<%@ Page Language=\"C#\" %><% var s = $\"Session[1] {x} Session[2]\"; %>")]
    [InlineData("<%$ Session:x %>")]
    public void AspNetPage_UsesNone(string text) => Assert.Null(Page.FirstUse("x.aspx", text));

    [Theory]
    [InlineData("x.aspx.cs", "class X {\n object Y => Session[\"a\"];\n}", "Session[…] 2")]
    [InlineData("x.aspx.vb", "' Session(1)\nPublic Class X\n y = Session(\"a\")", "Session(…) 3")]
    [InlineData("y.aspx.vb", "Sub A()\n Dim session As New Mail\n session.Send()\nEnd Sub\nSub B()\n x = Session(\"a\")\nEnd Sub", "Session.Send 3")]
    [InlineData("x.ashx", "<%@ WebHandler Language=\"C#\" Class=\"X\" %>\nvoid P(HttpContext context) {\n if (a < b) context.Session[\"a\"] = 1; }", "Session[…] 3")]
    public void CodeFile_Uses(string name, string text, string expected) => Assert.Equal(expected, Page.FirstUse(name, text));

    [Fact]
    public void EveryUse_IsCounted() =>
        Assert.Equal(3, Page.Read("x.asp", "<% Session(\"a\") = Session(\"b\") %><%= Session.SessionID %>").UseCount);

    [Fact]
    public void GlobalAsa_ItsEventsAreTold()
    {
        const string Text = """
            <SCRIPT LANGUAGE=VBScript RUNAT=Server>
            Sub Application_OnStart
            End Sub
            ' Sub Session_OnStart
            Sub Session_OnStart
                Session.Timeout = 20
            End Sub
            Sub session_onend()
            End Sub
            </SCRIPT>
            """;

        var page = Page.Read("global.asa", Text);

        Assert.Collection(
            page.Events,
            one => Assert.Equal(("Session_OnStart", 5), (one.What, one.Line)),
            one => Assert.Equal(("Session_OnEnd", 8), (one.What, one.Line)));
        Assert.Null(page.FirstUse);
    }

    [Fact]
    public void GlobalAsa_ItsSessionObjectsAreUses() =>
        Assert.Equal("a tag that uses the session 2", Page.FirstUse("global.asa", "<!-- x -->\n<object runat='server' scope='Session' id='c'></object>"));

    [Theory]
    [InlineData("Global.asax.cs", 1)]
    [InlineData("Default.aspx.cs", 0)]
    public void SessionEvents_AreThoseOfGlobalFiles(string name, int expected) =>
        Assert.Equal(expected, Page.Read(name, "protected void Session_Start(object s, EventArgs e) {}").Events.Length);

    [Fact]
    public void GlobalAsax_ItsEventsAreTold()
    {
        var page = Page.Read("Global.asax", "<%@ Application Language=\"C#\" %>\n<script runat=\"server\">\nvoid Session_Start(object s, EventArgs e) {}\n</script>");

        Assert.Equal(("Session_Start", 3), (page.Events.Single().What, page.Events.Single().Line));
    }
}

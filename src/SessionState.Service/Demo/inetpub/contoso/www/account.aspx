<%@ Page Language="C#" EnableSessionState="ReadOnly" %>
<html><body>Signed in as <%= Session["name"] %></body></html>

<%@ Language="VBScript" %>
<%
' One step of the declaration after the other, kept in the visitor's session.
If Request.Form("weight") <> "" Then
    Session("weight") = Request.Form("weight")
    Session("country") = Request.Form("country")
End If
%>
<html><body>
<p>Weight: <%= Session("weight") %> kg to <%= Session("country") %></p>
</body></html>

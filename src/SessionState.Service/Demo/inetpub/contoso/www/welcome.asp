<%@ Language="VBScript" %>
<% If Session("visits") = "" Then Session("visits") = 0 %>
<% Session("visits") = Session("visits") + 1 %>
<html><body>Welcome for the <%= Session("visits") %>. time.</body></html>

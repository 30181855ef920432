<%@ Language="VBScript" %>
<% Response.Write "It works." %>

<%@ Language="VBScript" EnableSessionState=False %>
<% ' Asked by the load balancer every second: a session for each question would fill the memory. %>
<% Response.ContentType = "text/plain" : Response.Write "OK" %>

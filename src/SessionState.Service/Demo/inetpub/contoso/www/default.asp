<%@ Language="VBScript" EnableSessionState=False %>
<html><body>Contoso</body></html>

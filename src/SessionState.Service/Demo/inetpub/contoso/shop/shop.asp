<%@ Language="VBScript" EnableSessionState=False %>
<h1>Shop</h1>

<% Session("user") = Request.ServerVariables("AUTH_USER") %>

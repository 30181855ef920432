<% Response.Write "Staging" %>

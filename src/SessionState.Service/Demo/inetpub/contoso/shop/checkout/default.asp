<% Session("basket") = Request.Form("basket") %>

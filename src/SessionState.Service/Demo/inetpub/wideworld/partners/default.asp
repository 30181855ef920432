<% Session("partner") = Request("id") %>

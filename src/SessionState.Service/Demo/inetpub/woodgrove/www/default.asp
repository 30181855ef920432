<% Session("customer") = Request("customer") %>

<% Session("cart") = Session("cart") & Request("item") %>

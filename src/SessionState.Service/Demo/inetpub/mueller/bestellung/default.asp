<% Session("korb") = Request("brot") %>

<% Session("queue") = Request("queue") %>

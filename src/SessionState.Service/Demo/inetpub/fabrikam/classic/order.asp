<% If IsEmpty(Session("order")) Then Session("order") = 0 %>

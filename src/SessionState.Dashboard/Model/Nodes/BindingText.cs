namespace SessionState.Dashboard.Model.Nodes;

/// <summary>Bindings as addresses: "http/*:80:www.contoso.com,https/*:443:" is http://www.contoso.com, https://*.</summary>
public static class BindingText
{
    public static string Addresses(string bindings) => string.Join(", ", bindings.Split(',', StringSplitOptions.TrimEntries).Select(Address));

    private static string Address(string binding)
    {
        var slash = binding.IndexOf('/', StringComparison.Ordinal);
        var protocol = slash < 0 ? "http" : binding[..slash];

        // IP address, port and host name; an IPv6 address has colons of its own. Other protocols have other forms.
        var parts = binding[(slash + 1)..].Split(':');
        if (protocol is not ("http" or "https") || parts.Length < 3)
        {
            return binding;
        }

        var (ip, port, host) = (string.Join(':', parts[..^2]), parts[^2], parts[^1]);
        var usual = port == (protocol == "http" ? "80" : "443");
        return $"{protocol}://{(host.Length > 0 ? host : ip.Length > 0 ? ip : "*")}{(usual ? "" : $":{port}")}";
    }
}

using System.Globalization;

namespace SessionState.AppCmd.Reading;

/// <summary>Finds the site that listens at an address, by the bindings of all sites.</summary>
internal static class SiteBindings
{
    /// <summary>A site bound to exactly that host name wins over one that takes every host name; null where none listens there.</summary>
    public static ListedSite? Find(IReadOnlyList<ListedSite> sites, Uri address)
    {
        ListedSite? any = null;
        foreach (var site in sites)
        {
            foreach (var binding in site.Bindings.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                switch (Match(binding, address))
                {
                    case MatchKind.Host:
                        return site;
                    case MatchKind.AnyHost:
                        any ??= site;
                        break;
                }
            }
        }

        return any;
    }

    // "http/*:80:www.contoso.com": protocol, IP address, port, host name. An IPv6 address stands in brackets.
    private static MatchKind Match(string binding, Uri address)
    {
        var slash = binding.IndexOf('/', StringComparison.Ordinal);
        var lastColon = binding.LastIndexOf(':');
        var portColon = lastColon < 1 ? -1 : binding.LastIndexOf(':', lastColon - 1);
        if (slash < 0 || portColon < slash || !binding.AsSpan(0, slash).Equals(address.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return MatchKind.None;
        }

        var port = binding.AsSpan(portColon + 1, lastColon - portColon - 1);
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number != address.Port)
        {
            return MatchKind.None;
        }

        var host = binding[(lastColon + 1)..];
        var ip = binding[(slash + 1)..portColon];
        return host switch
        {
            "" when ip is "*" or "" => MatchKind.AnyHost,
            "" => ip.Equals(address.Host, StringComparison.OrdinalIgnoreCase) ? MatchKind.Host : MatchKind.None,
            _ => host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) ? MatchKind.Host : MatchKind.None,
        };
    }

    private enum MatchKind
    {
        None,
        AnyHost,
        Host,
    }
}

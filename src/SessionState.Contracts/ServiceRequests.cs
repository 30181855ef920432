using System.Globalization;
using System.Text;

namespace SessionState.Contracts;

/// <summary>The addresses of requests, query parameters included; members that are null or hold their default are left out.</summary>
internal static class ServiceRequests
{
    public static string Node(string path) => $"{ServiceRoutes.Node}?path={Uri.EscapeDataString(path)}";

    public static string NodePages(string path) => $"{ServiceRoutes.NodePages}?path={Uri.EscapeDataString(path)}";

    public static string Change(Guid id) => $"{ServiceRoutes.Changes}/{id:D}";

    public static string PreviewUndo(Guid id) => $"{Change(id)}/undo/preview";

    public static string Undo(Guid id) => $"{Change(id)}/undo";

    public static string Confirm(Guid id) => $"{Change(id)}/confirm";

    public static string RequestUndo(Guid id) => $"{Undo(id)}/approval";

    public static string Approval(Guid id) => $"{ServiceRoutes.Approvals}/{id:D}";

    public static string DecideApproval(Guid id) => $"{Approval(id)}/decision";

    public static string WithdrawApproval(Guid id) => $"{Approval(id)}/withdraw";

    public static string AuditRecord(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{ServiceRoutes.Audit}/{sequence}");

    public static string Nodes(NodeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new QueryText(ServiceRoutes.Nodes)
            .Add("under", query.Under)
            .Add("search", query.Search)
            .Add("asp", query.Asp)
            .Add("aspnet", query.AspNet)
            .Add("source", query.Source)
            .Add("locked", query.Locked)
            .Add("allFolders", query.AllFolders)
            .Add("limit", query.Limit)
            .Add("cursor", query.Cursor)
            .ToString();
    }

    public static string Audit(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Conditions(new QueryText(ServiceRoutes.Audit), query)
            .Add("limit", query.Limit)
            .Add("cursor", query.Cursor)
            .ToString();
    }

    /// <summary>The export's address; its pages are the whole, so limit and cursor do not count.</summary>
    public static string AuditExport(AuditExportFormat format, AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Conditions(new QueryText(ServiceRoutes.AuditExport).Add("format", format), query).ToString();
    }

    /// <summary>The chart's address; its spans are the time, so limit and cursor do not count.</summary>
    public static string AuditTimeline(AuditQuery query, IEnumerable<DateTimeOffset> edges) =>
        Conditions(new QueryText(ServiceRoutes.AuditTimeline), query)
            .Add("edges", string.Join(',', edges.Select(edge => edge.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))))
            .ToString();

    public static string AuditCheckpoint(long? since) =>
        new QueryText(ServiceRoutes.AuditCheckpoint).Add("since", since).ToString();

    public static string EndGrant(Guid id) => $"{ServiceRoutes.Grants}/{id:D}/end";

    private static QueryText Conditions(QueryText address, AuditQuery query) =>
        address
            .Add("who", query.Who)
            .Add("path", query.Path)
            .Add("setting", query.Setting)
            .Add("action", query.Action)
            .Add("ticket", query.Ticket)
            .Add("before", query.Before)
            .Add("after", query.After)
            .Add("outcome", query.Outcome)
            .Add("type", query.Type)
            .Add("from", query.From?.ToString("O", CultureInfo.InvariantCulture))
            .Add("to", query.To?.ToString("O", CultureInfo.InvariantCulture))
            .Add("text", query.Text);

    private sealed class QueryText(string address)
    {
        private readonly StringBuilder _text = new(address);
        private char _separator = '?';

        public QueryText Add(string name, object? value)
        {
            if (value is not null)
            {
                var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(text));
                _separator = '&';
            }

            return this;
        }

        public override string ToString() => _text.ToString();
    }
}

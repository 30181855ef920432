namespace SessionState.Contracts;

/// <summary>Every path of the Service, once: the server maps them, the client calls them.</summary>
public static class ServiceRoutes
{
    public const string Base = "/api/v1";
    public const string Server = Base + "/server";
    public const string ServerHealth = Server + "/health";
    public const string Nodes = Base + "/nodes";

    /// <summary>One node. Its path is the query parameter <c>path</c>, because names may hold "." and "%" that a URL path would lose.</summary>
    public const string Node = Base + "/node";

    /// <summary>What the pages of one node have to do with sessions; its path as for <see cref="Node"/>.</summary>
    public const string NodePages = Node + "/pages";
    public const string ApplicationPools = Base + "/application-pools";
    public const string PreviewChange = Base + "/changes/preview";
    public const string ChangeScripts = Base + "/changes/scripts";
    public const string Changes = Base + "/changes";
    public const string Change = Base + "/changes/{id:guid}";
    public const string PendingChanges = Base + "/changes/pending";
    public const string PreviewUndo = Change + "/undo/preview";
    public const string UndoChange = Change + "/undo";
    public const string ConfirmChange = Change + "/confirm";
    public const string RequestUndo = Change + "/undo/approval";
    public const string Approvals = Base + "/approvals";
    public const string Approval = Approvals + "/{id:guid}";
    public const string DecideApproval = Approval + "/decision";
    public const string WithdrawApproval = Approval + "/withdraw";
    public const string Audit = Base + "/audit";
    public const string AuditEntry = Base + "/audit/{sequence:long}";
    public const string AuditTimeline = Base + "/audit/timeline";
    public const string AuditExport = Base + "/audit/export";
    public const string AuditCheckpoint = Base + "/audit/checkpoint";
    public const string AuditSignIns = Base + "/audit/sign-ins";
    public const string AuditVerify = Base + "/audit/verify";
    public const string MyAccess = Base + "/access/me";
    public const string AccessAnswers = Base + "/access/answers";
    public const string Grants = Base + "/access/grants";
    public const string EndGrant = Base + "/access/grants/{id:guid}/end";
    public const string Events = Base + "/events";
    public const string OpenApi = "/openapi/v1.json";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Metrics = "/metrics";
}

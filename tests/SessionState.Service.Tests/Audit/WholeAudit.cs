using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Export;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Audit;

/// <summary>Questions about the audit by somebody who may see all of it.</summary>
internal static class WholeAudit
{
    public static ServiceResult<AuditPage> List(this AuditReader reader, AuditQuery query) => reader.List(query, Sight.Everything);

    public static ServiceResult<AuditRecordDetails> Find(this AuditReader reader, long sequence) => reader.Find(sequence, Sight.Everything);

    public static ServiceResult<AuditExportPlan> Plan(this AuditExporter exporter, AuditExportFormat format, AuditQuery query) =>
        exporter.Plan(format, query, View.Everything);
}

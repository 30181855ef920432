using System.Text.Json;
using System.Text.Json.Serialization;
using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>A policy as it stands in its file. Role and permission names are words here, so that a wrong one can be named.</summary>
internal sealed record PolicyDocument(int Version, IReadOnlyList<PolicyDocument.RoleEntry> Roles, IReadOnlyList<PolicyDocument.GrantEntry> Grants)
{
    public const int CurrentVersion = 1;

    /// <summary>Null: as a new policy says it.</summary>
    public ApprovalRule? Approval { get; init; }

    public static JsonSerializerOptions Json { get; } = new(ContractJson.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal sealed record RoleEntry(string Name, IReadOnlyList<string> Permissions)
    {
        public bool NeedsTicket { get; init; }
    }

    internal sealed record GrantEntry(Guid Id, Subject Subject, string Role, string Path, string GivenBy, DateTimeOffset GivenAt)
    {
        public string? Name { get; init; }

        public string? Setting { get; init; }

        public DateTimeOffset? Until { get; init; }

        public string? Reason { get; init; }
    }
}

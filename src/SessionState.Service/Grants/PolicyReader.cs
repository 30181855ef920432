using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>Reads a policy. All that is wrong is found in one go; a policy with anything wrong is no policy.</summary>
internal sealed class PolicyReader
{
    private const int MaxPathLength = 4_096;

    private readonly List<string> _problems = [];

    private PolicyReader()
    {
    }

    /// <summary>The policy, or null and what is wrong with it.</summary>
    public static Policy? Read(ReadOnlySpan<byte> json, out IReadOnlyList<string> problems)
    {
        var reader = new PolicyReader();
        problems = reader._problems;
        var policy = reader.Parse(json) is { } document ? reader.Check(document) : null;
        return problems.Count == 0 ? policy : null;
    }

    private PolicyDocument? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            // A newer version may have members this one does not know, so its number is looked at first.
            if (VersionOf(json) is var version && version != PolicyDocument.CurrentVersion)
            {
                _problems.Add($"It has version {version?.ToString(CultureInfo.InvariantCulture) ?? "(none)"}, and this Service knows version {PolicyDocument.CurrentVersion} only.");
                return null;
            }

            return JsonSerializer.Deserialize<PolicyDocument>(json, PolicyDocument.Json);
        }
        catch (JsonException error)
        {
            _problems.Add($"Line {error.LineNumber + 1}: {error.Message}");
            return null;
        }
    }

    private static int? VersionOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            ? number
            : null;
    }

    private Policy Check(PolicyDocument document)
    {
        foreach (var name in Repeated(document.Roles.Select(role => role.Name)))
        {
            _problems.Add($"There are several roles '{name}'.");
        }

        foreach (var id in Repeated(document.Grants.Select(grant => grant.Id)))
        {
            _problems.Add($"There are several grants {id}.");
        }

        ImmutableArray<Role> roles = [.. document.Roles.Select(ToRole)];
        var grants = document.Grants.Select(grant => ToGrant(grant, roles)).OfType<Grant>();
        return new(roles, [.. grants]) { Approval = Check(document.Approval ?? ApprovalRule.Standard) };
    }

    private ApprovalRule Check(ApprovalRule rule)
    {
        Demand(rule.Applications >= 0, $"approval: applications is {rule.Applications}; allowed are 0 (however many they are) and more.");
        Demand(rule.Hours is >= 1 and <= ApprovalRule.MaxHours, $"approval: hours is {rule.Hours}; allowed are 1 to {ApprovalRule.MaxHours}.");
        return rule;
    }

    private Role ToRole(PolicyDocument.RoleEntry entry)
    {
        Demand(entry.Name.Length is > 0 and <= ActingUser.MaxLength, "A role has no name, or one that is too long.");
        var permissions = ImmutableArray.CreateBuilder<Permission>();
        foreach (var name in entry.Permissions)
        {
            if (PermissionNames.Find(name) is { } permission)
            {
                permissions.Add(permission);
            }
            else
            {
                _problems.Add($"Role '{entry.Name}' has '{name}', which is no permission. There are: "
                    + $"{string.Join(", ", Enum.GetValues<Permission>().Select(PermissionNames.Of))}.");
            }
        }

        return new(entry.Name, permissions.ToImmutable()) { NeedsTicket = entry.NeedsTicket };
    }

    private Grant? ToGrant(PolicyDocument.GrantEntry entry, ImmutableArray<Role> roles)
    {
        Demand(
            entry.Subject is { Issuer.Length: > 0 and <= ActingUser.MaxLength, Id.Length: > 0 and <= ActingUser.MaxLength },
            $"Grant {entry.Id} is for nobody: issuer and id have 1 to {ActingUser.MaxLength} characters.");
        Demand(
            IsPath(entry.Path),
            $"Grant {entry.Id} is for '{entry.Path}', which is no path. Write \"\" for the server, \"Site\" or \"Site/application\".");
        Demand(entry.Setting is null or { Length: > 0 }, $"Grant {entry.Id} has an empty setting; leave it out for all settings.");
        if (roles.FirstOrDefault(role => role.Name == entry.Role) is not { } role)
        {
            _problems.Add($"Grant {entry.Id} gives the role '{entry.Role}', which is not among the roles.");
            return null;
        }

        return new()
        {
            Id = entry.Id,
            Subject = entry.Subject,
            SubjectName = entry.Name,
            Role = role,
            Scope = new(entry.Path),
            Setting = entry.Setting,
            Until = entry.Until,
            GivenBy = entry.GivenBy,
            GivenAt = entry.GivenAt,
            Reason = entry.Reason,
        };
    }

    private void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> all) => all.GroupBy(one => one).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static bool IsPath(string path) =>
        path.Length == 0 || (path.Length <= MaxPathLength && !path.Any(char.IsControl) && !path.Split('/').Contains(""));
}

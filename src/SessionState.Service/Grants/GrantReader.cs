using System.Security.Cryptography;
using System.Text;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Nodes;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

/// <summary>Answers questions about grants, by the same evaluator that decides.</summary>
internal sealed class GrantReader(PolicyStore policy, Rights rights, ConfigurationSet files, NodeAccess nodes, TimeProvider time)
{
    /// <summary>What the caller may do.</summary>
    public MyAccess Mine(Caller caller)
    {
        var now = time.GetUtcNow();
        var held = policy.Current.Policy.Grants
            .Where(grant => grant.Subject.Means(caller.User!) && grant.HoldsAt(now))
            .SelectMany(grant => grant.Role.Permissions.Select(permission =>
                new HeldRight(permission, grant.Scope.Path, grant.Setting, grant.Role.NeedsTicket, grant.Until)));
        return new([.. held.Distinct().OrderBy(one => one.Permission).ThenBy(one => one.Path, StringComparer.OrdinalIgnoreCase)], ViewOf(caller));
    }

    /// <summary>The grants at places where the caller may manage them.</summary>
    public GrantList List(Caller caller)
    {
        var managed = rights.ViewOf(caller, Permission.UsersManage);
        var all = policy.Current.Policy;
        return new(
            [.. all.Grants.Where(grant => managed.Holds(grant.Scope.Path)).Select(GrantMapping.ToContract)],
            [.. all.Roles.Select(GrantMapping.ToContract)]);
    }

    /// <summary>What somebody can do somewhere. Of oneself everybody may ask; of others, who manages grants there.</summary>
    public ServiceResult<AccessAnswers> Answer(Caller caller, AccessQuestion question)
    {
        var asked = new ActingUser(question.Issuer, question.Subject, question.Subject) { Groups = question.Groups };
        var sight = rights.SightOf(caller);
        if (!sight.Names(question.Path) || files.Current.Server.Find(question.Path) is not { } node || !sight.Names(node.Path))
        {
            return nodes.Unknown(caller, sight, question.Path);
        }

        var isSelf = asked.Issuer == caller.User!.Issuer && asked.Subject == caller.User.Subject;
        if (!isSelf && !rights.Decide(caller, Permission.UsersManage, node.Path).IsAllowed)
        {
            return RightsProblems.NotHere(Permission.UsersManage, node.Path);
        }

        var (now, all) = (time.GetUtcNow(), policy.Current.Policy);
        return new AccessAnswers(
            node.Path,
            [.. Enum.GetValues<Permission>().Select(permission => new AccessAnswer(
                permission,
                Evaluator.Decide(all, isSelf ? caller.User : asked, permission, node.Path, question.Setting, now).By is { } grant
                    ? GrantMapping.ToContract(grant)
                    : null))]);
    }

    // Not the places themselves: a person may hold thousands.
    private string ViewOf(Caller caller)
    {
        var sight = rights.SightOf(caller);
        var text = string.Join("\n\n", sight.Tree, sight.Values, sight.History, sight.Audit);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

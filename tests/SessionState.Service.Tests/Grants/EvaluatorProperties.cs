using CsCheck;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>What holds for every policy: more grants never allow less, and a wider place never allows less than one within it.</summary>
public sealed class EvaluatorProperties
{
    private static readonly Gen<string> Paths = Any("a", "A", "ab", "b", "a b").Array[0, 3].Select(segments => string.Join('/', segments));

    private static readonly Gen<Grant> AnyGrant = Gen.Select(
        Any([.. StandardRoles.All]),
        Paths,
        Any<string?>(null, "one", "two"),
        Any<int?>(null, -1, 0, 1),
        (role, path, setting, until) => Policies.Grant(role, path, null, setting, until is { } hours ? Policies.Now.AddHours(hours) : null));

    private static readonly Gen<(Grant[] Grants, Permission Permission, string Path, string? Setting)> Questions = Gen.Select(
        AnyGrant.Array[0, 6], Gen.Enum<Permission>(), Paths, Any<string?>(null, "one", "ONE", "two"));

    [Fact]
    public void Decide_OneGrantMore_AllowsNothingLess() => Gen.Select(Questions, AnyGrant).Sample(
        (question, more) => !Allows(question.Grants, question) || Allows([.. question.Grants, more], question), iter: 20_000);

    [Fact]
    public void Decide_AWiderScope_AllowsNothingLess() => Questions.Sample(
        question => !Allows(question.Grants, question) || Allows([.. question.Grants.Select(Widened)], question), iter: 20_000);

    [Fact]
    public void Decide_BelowAnAllowedPlace_IsAllowed() => Gen.Select(Questions, Paths).Sample(
        (question, below) => !Allows(question.Grants, question) || below.Length == 0
            || Allows(question.Grants, question with { Path = question.Path.Length == 0 ? below : $"{question.Path}/{below}" }),
        iter: 20_000);

    [Fact]
    public void Decide_IsAllowedExactlyWhereOneGrantAlone_Allows() => Questions.Sample(
        question => Allows(question.Grants, question) == question.Grants.Any(grant => Allows([grant], question)), iter: 20_000);

    [Fact]
    public void View_HoldsExactlyWhatIsAllowed() => Questions.Sample(
        question =>
        {
            var readable = question with { Permission = Permission.TreeRead };
            var view = Evaluator.ViewOf(Policies.Of(question.Grants), Policies.Hedda, Permission.TreeRead, Policies.Now);
            return view.Holds(question.Path) == Allows(question.Grants, readable)
                && (!view.LeadsThrough(question.Path) || !view.Holds(question.Path));
        },
        iter: 20_000);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool Allows(Grant[] grants, (Grant[] Grants, Permission Permission, string Path, string? Setting) question) =>
        Policies.Of(grants).Allows(question.Permission, question.Path, question.Setting);

    private static Grant Widened(Grant grant) => grant with { Scope = new(grant.Scope.Path.Contains('/') ? grant.Scope.Path[..grant.Scope.Path.LastIndexOf('/')] : "") };
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Diffs;
using SessionState.Service.Grants;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>The records that somebody may see: those about places in their grants. What is about no place needs the whole server.</summary>
internal static class AuditSight
{
    private static readonly AuditType[] Changes = [AuditType.Intent, AuditType.Outcome, AuditType.Recovered, AuditType.External];

    /// <summary>Whoever may only see the history of a node sees the changes made to it, and not who was refused there.</summary>
    public static IQueryable<AuditRow> Within(IQueryable<AuditRow> rows, Sight sight)
    {
        if (sight.Audit.IsEverything)
        {
            return rows;
        }

        var changes = rows.Where(row => Changes.Contains(row.Type)).Where(IsIn(sight.History));
        return sight.Audit.IsNothing ? changes : rows.Where(Either(IsIn(sight.Audit), IsChangeIn(sight.History)));
    }

    public static IQueryable<AuditRow> Within(IQueryable<AuditRow> rows, View view) => view.IsEverything ? rows : rows.Where(IsIn(view));

    public static bool Shows(AuditDbContext context, long sequence, Sight sight) =>
        sight.Audit.IsEverything || Within(context.Records.AsNoTracking().Where(row => row.Sequence == sequence), sight).Any();

    /// <summary>The record without what it may tell of other places: the lines around a change, and the stored bytes that hold them.</summary>
    public static AuditRecordDetails Strip(AuditRecordDetails record, Sight sight) => sight.Audit.IsEverything
        ? record
        : record with { Json = "", Diff = [.. record.Diff.Select(FileDiffs.WithoutContext)] };

    private static Expression<Func<AuditRow, bool>> IsChangeIn(View view)
    {
        var inView = IsIn(view);
        Expression<Func<AuditRow, bool>> isChange = row => Changes.Contains(row.Type);
        return Expression.Lambda<Func<AuditRow, bool>>(Expression.AndAlso(Rebind(isChange, inView), inView.Body), inView.Parameters);
    }

    private static Expression<Func<AuditRow, bool>> IsIn(View view)
    {
        Expression<Func<AuditRow, bool>> any = row => false;
        return view.Scopes.Select(IsIn).Aggregate(any, Either);
    }

    // "/" is followed by "0": everything that starts with "path/" lies between the two.
    private static Expression<Func<AuditRow, bool>> IsIn(Scope scope)
    {
        if (scope.IsServer)
        {
            return row => true;
        }

        var path = AuditRow.Key(scope.Path);
        var (first, end) = (path + "/", path + "0");
        return row => row.PathKey == path || (row.PathKey!.CompareTo(first) >= 0 && row.PathKey.CompareTo(end) < 0);
    }

    private static Expression<Func<AuditRow, bool>> Either(Expression<Func<AuditRow, bool>> one, Expression<Func<AuditRow, bool>> other) =>
        Expression.Lambda<Func<AuditRow, bool>>(Expression.OrElse(one.Body, Rebind(other, one)), one.Parameters);

    private static Expression Rebind(Expression<Func<AuditRow, bool>> condition, Expression<Func<AuditRow, bool>> to) =>
        new Rename(condition.Parameters[0], to.Parameters[0]).Visit(condition.Body);

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SessionState.Contracts;
using SessionState.Engine.Editing.Joint;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes;

/// <summary>
/// Binds what was shown to what will be done: the same digest means the same bytes into the same files, onto the same bytes as before.
/// Every text is hashed with its length, so that no two plans share one text.
/// </summary>
internal sealed class PlanDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PlanDigest()
    {
    }

    public static string Of(IReadOnlyList<PlannedTarget> targets, JointPlan plan, CommitRequest commit)
    {
        using var digest = new PlanDigest();
        digest.Add("session-state-plan-2");
        digest.Add(targets.Count);
        foreach (var target in targets)
        {
            digest.Add(target.Request);
            digest.Add(target.Plan.Target.CommitPath);
            digest.Add(target.Plan.Target.LocationPath);
        }

        foreach (var (edit, file) in plan.Files.Zip(commit.Files))
        {
            digest.Add(file.File);
            digest.Add(file.ExpectedHash);
            foreach (var change in edit.Changes)
            {
                digest.Add(change.Span.Start);
                digest.Add(change.Span.Length);
                digest.Add(change.NewText);
            }
        }

        return digest.Text();
    }

    /// <summary>The digest of an order: tells a repeated one from another one with the same id.</summary>
    public static string Of(AuditActor actor, ChangeOrder order)
    {
        using var digest = new PlanDigest();
        digest.Add("session-state-request-2");
        digest.Add(actor.Iss);
        digest.Add(actor.Sub);
        digest.Add(order.Change.Targets.Count);
        foreach (var target in order.Change.Targets)
        {
            digest.Add(target);
            digest.Add(target.CommitPath);
        }

        digest.Add(order.PlanDigest);
        digest.Add(order.Reason);
        digest.Add(order.Ticket);
        digest.Add(order.Until?.ToString("O", CultureInfo.InvariantCulture));
        digest.Add(order.Undone?.ChangeId.ToString("D"));
        return digest.Text();
    }

    public void Dispose() => _hash.Dispose();

    private void Add(ChangeTarget target)
    {
        Add(target.Path);
        Add(target.Setting);
        Add(target.Action.ToString());
        Add(target.Value);
    }

    private void Add(string? text)
    {
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text);
        Add(bytes?.Length ?? -1);
        _hash.AppendData(bytes ?? []);
    }

    private void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    private string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset());
}

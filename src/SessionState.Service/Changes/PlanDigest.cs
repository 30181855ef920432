using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Files;

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

    public static string Of(ChangeRequest request, ConfigurationPlan plan, CommitRequest commit)
    {
        using var digest = new PlanDigest();
        digest.Add("session-state-plan-1");
        digest.Add(request.Path);
        digest.Add(request.Setting);
        digest.Add(request.Action.ToString());
        digest.Add(request.Value);
        digest.Add(plan.Target.CommitPath);
        digest.Add(plan.Target.LocationPath);
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

    /// <summary>The digest of a request: tells a repeated one from another one with the same id.</summary>
    public static string Of(ActingUser user, ApplyChangeRequest request)
    {
        using var digest = new PlanDigest();
        digest.Add("session-state-request-1");
        digest.Add(user.Issuer);
        digest.Add(user.Subject);
        digest.Add(request.Change.Path);
        digest.Add(request.Change.Setting);
        digest.Add(request.Change.Action.ToString());
        digest.Add(request.Change.Value);
        digest.Add(request.Change.CommitPath);
        digest.Add(request.PlanDigest);
        digest.Add(request.Reason);
        digest.Add(request.Ticket);
        return digest.Text();
    }

    public void Dispose() => _hash.Dispose();

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

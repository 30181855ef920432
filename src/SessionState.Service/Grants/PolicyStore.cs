using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>
/// The policy that is in force. It is read from its file when the Service starts and whenever somebody edited the file; one that is wrong
/// is not taken up, and the old one stays in force.
/// </summary>
internal sealed class PolicyStore
{
    private readonly Lock _gate = new();
    private readonly PolicyFile _file;
    private volatile StoredPolicy _current;
    private string? _seenHash;

    private PolicyStore(PolicyFile file, StoredPolicy current)
    {
        _file = file;
        _current = current;
        _seenHash = current.Hash;
    }

    /// <summary>Raised after a policy came into force.</summary>
    public event Action? Changed;

    public StoredPolicy Current => _current;

    /// <summary>What is wrong with the file as somebody edited it; null where it is what is in force.</summary>
    public string? Problem { get; private set; }

    /// <summary>The store; null, with the reason, where there is a file that is no policy. Where there is none, the first policy is written.</summary>
    public static PolicyStore? TryOpen(ServiceOptions options, TimeProvider time, out string problem)
    {
        var file = new PolicyFile(options.PolicyFile);
        var stored = file.Exists
            ? file.TryRead(out problem)
            : file.TryWrite(new FirstPolicy(options, time.GetUtcNow()).Create(), out problem);
        if (stored is null && file.Exists)
        {
            problem += $" Mend the file, or move it away: then a new one is made in which only {FirstPolicy.Owners} may do anything.";
        }

        return stored is null ? null : new(file, stored);
    }

    /// <summary>Lets one change at a time be made.</summary>
    /// <param name="change">The policy after it, or why there is none. What it does besides is done before the file is written.</param>
    public ServiceResult<StoredPolicy> Change(Func<Policy, ServiceResult<Policy>> change)
    {
        ServiceResult<StoredPolicy> result;
        lock (_gate)
        {
            result = Problem is { } wrong ? GrantProblems.FileIsWrong(wrong)
                : !change(_current.Policy).Succeeded(out var policy, out var refusal) ? refusal
                : Write(policy);
        }

        if (result.Value is not null)
        {
            Changed?.Invoke();
        }

        return result;
    }

    /// <summary>Takes up what somebody wrote into the file; true where there was anything new, right or wrong.</summary>
    public bool Reload()
    {
        lock (_gate)
        {
            var hash = _file.HashNow();
            if (hash == _seenHash)
            {
                return false;
            }

            _seenHash = hash;
            var read = _file.TryRead(out var problem);
            Problem = read is null ? problem : null;
            _current = read ?? _current;
        }

        Changed?.Invoke();
        return true;
    }

    private ServiceResult<StoredPolicy> Write(Policy policy)
    {
        if (_file.TryWrite(policy, out var problem) is not { } stored)
        {
            return GrantProblems.NotWritten(problem);
        }

        _current = stored;
        _seenHash = stored.Hash;
        return stored;
    }
}

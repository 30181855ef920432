using System.Security.Cryptography;

namespace SessionState.Dashboard.SignIn;

/// <summary>
/// One-time sign-in tokens. At most one is valid at a time; only hashes are kept, so that the process's memory holds nothing to sign in with.
/// </summary>
internal class SignInLinks(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int Remembered = 100;

    private readonly Lock _gate = new();
    private readonly List<Link> _links = [];

    /// <summary>A new token, when none is valid; else null. The caller shows it; it cannot be asked for again.</summary>
    public string? CreateIfNoneIsValid()
    {
        lock (_gate)
        {
            if (_links.Exists(link => StateOf(link) == TokenState.Valid))
            {
                return null;
            }

            var token = OneTimeTokens.Create();
            _links.Add(new Link(OneTimeTokens.Hash(token), time.GetUtcNow() + Lifetime));
            _links.RemoveRange(0, Math.Max(0, _links.Count - Remembered));
            return token;
        }
    }

    /// <summary>Without using it up: mail programs and chats open links for a preview.</summary>
    public TokenState Look(string token)
    {
        lock (_gate)
        {
            return Find(token) is { } link ? StateOf(link) : TokenState.Unknown;
        }
    }

    /// <summary>Uses the token up; <see cref="TokenState.Valid"/> exactly once.</summary>
    public TokenState Use(string token)
    {
        lock (_gate)
        {
            if (Find(token) is not { } link)
            {
                return TokenState.Unknown;
            }

            var state = StateOf(link);
            link.IsUsed |= state == TokenState.Valid;
            return state;
        }
    }

    // Every link is compared in constant time, the matching one included.
    private Link? Find(string token)
    {
        var hash = OneTimeTokens.Hash(token);
        Link? found = null;
        foreach (var link in _links)
        {
            found = CryptographicOperations.FixedTimeEquals(link.Hash, hash) ? link : found;
        }

        return found;
    }

    private TokenState StateOf(Link link) =>
        link.IsUsed ? TokenState.Used : time.GetUtcNow() >= link.Expires ? TokenState.Expired : TokenState.Valid;

    private sealed class Link(byte[] hash, DateTimeOffset expires)
    {
        public byte[] Hash { get; } = hash;

        public DateTimeOffset Expires { get; } = expires;

        public bool IsUsed { get; set; }
    }
}

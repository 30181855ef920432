using System.Security.Cryptography;
using SessionState.Files;

namespace SessionState.Service.Grants;

/// <summary>The file that holds the policy.</summary>
internal sealed class PolicyFile(string file)
{
    private const int MaxBytes = 16 * 1024 * 1024;

    public string Path => file;

    public bool Exists => File.Exists(file);

    /// <summary>The policy with the hash of its bytes; null, with the reason, where it cannot be read or is none.</summary>
    public StoredPolicy? TryRead(out string problem)
    {
        problem = "";
        try
        {
            if (new FileInfo(file).Length > MaxBytes)
            {
                problem = $"{file} is longer than {MaxBytes} bytes.";
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            if (PolicyReader.Read(bytes, out var problems) is { } policy)
            {
                return new(policy, Hash(bytes));
            }

            problem = $"{file} is no policy. {string.Join(' ', problems)}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"{file} cannot be read: {error.Message}";
        }

        return null;
    }

    /// <summary>Replaces the policy in one step; null, with the reason, where that is not possible and the old one stays.</summary>
    public StoredPolicy? TryWrite(Policy policy, out string problem)
    {
        var bytes = PolicyWriter.Write(policy);
        problem = DurableFile.Replace(file, bytes) is { } reason ? $"{file} cannot be written: {reason}" : "";
        return problem.Length == 0 ? new(policy, Hash(bytes)) : null;
    }

    /// <summary>The hash of what is in the file now; null where it cannot be read.</summary>
    public string? HashNow()
    {
        try
        {
            return Hash(File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A policy and the SHA-256 of the bytes it was read from or written as.</summary>
internal sealed record StoredPolicy(Policy Policy, string Hash);

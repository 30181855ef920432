namespace SessionState.Service.Security;

/// <summary>What an endpoint asks of its caller. Every endpoint says so; one that does not is never reached.</summary>
internal enum Access
{
    /// <summary>An admitted process.</summary>
    Read,

    /// <summary>An admitted process that names the person it acts for.</summary>
    Preview,

    /// <summary>The same, and a refusal is audited.</summary>
    Change,
}

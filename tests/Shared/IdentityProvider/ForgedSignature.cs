namespace SessionState.Tests.Shared.IdentityProvider;

internal enum ForgedSignature
{
    /// <summary>The provider's own key.</summary>
    Own,

    /// <summary>"alg": "none".</summary>
    None,

    /// <summary>A key that the provider does not publish.</summary>
    OtherKey,

    /// <summary>The same, under the name of a key that it does publish.</summary>
    OtherKeyUnderTheSameName,
}

using SessionState.Tests.Shared.IdentityProvider;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>Two identity providers that know the same subject.</summary>
public sealed class TwoProviders : IAsyncLifetime
{
    internal TestIdentityProvider First { get; private set; } = null!;

    internal TestIdentityProvider Second { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (First, Second) = (await TestIdentityProvider.StartAsync(), await TestIdentityProvider.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}

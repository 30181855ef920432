using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Live;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Components;

/// <summary>Screens in memory: Ann Example is signed in, the privileged side is a fake, scripts answer nothing.</summary>
public abstract class DashboardContext : BunitContext
{
    protected DashboardContext()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IConfigurationService>(Service);
        Services.AddSessionStateUi();
        var person = AddAuthorization();
        person.SetAuthorized("Ann Example");
        person.SetClaims(new Claim("iss", "local"), new Claim("sub", "ann"), new Claim("name", "Ann Example"));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    internal FakeConfigurationService Service { get; } = new();

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    internal PersonalFeed Feed => Services.GetRequiredService<PersonalFeed>();

    /// <summary>Lets the feed read the server, as at the start of the host.</summary>
    protected async Task StartFeedAsync()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Feed.Changed += change =>
        {
            if (change.State is { Tree: not null } or { Problem: not null })
            {
                read.TrySetResult();
            }
        };
        Feed.Follow();
        await read.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }
}

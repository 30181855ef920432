using Microsoft.AspNetCore.Components;
using SessionState.Dashboard.Model.Live;

namespace SessionState.Dashboard.Components.Controls;

/// <summary>A component that follows the server.</summary>
public abstract class FeedComponent : ComponentBase, IDisposable
{
    [Inject]
    public required PersonalFeed Feed { get; init; }

    protected override void OnInitialized()
    {
        Feed.Changed += OnChanged;
        Feed.Follow();
    }

    /// <summary>On the component's own thread; it is painted again afterwards.</summary>
    protected virtual Task FollowAsync(FeedChange change) => Task.CompletedTask;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Feed.Changed -= OnChanged;

    private void OnChanged(FeedChange change) => _ = InvokeAsync(async () =>
    {
        try
        {
            await FollowAsync(change);
            StateHasChanged();
        }
        catch (ObjectDisposedException)
        {
            // The window was closed while the change was on its way to it.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    });
}

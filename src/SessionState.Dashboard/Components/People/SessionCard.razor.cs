using Microsoft.AspNetCore.Components;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.Components.People;

public sealed partial class SessionCard
{
    private IReadOnlyList<Session> _sessions = [];
    private string? _own;

    [Inject]
    public required CurrentPerson Person { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    private SessionBook Sessions { get; init; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _own = await Person.GetSessionAsync() is { } id ? SessionBook.KeyOf(id) : null;
        await ReadAsync();
    }

    private async Task ReadAsync() => _sessions = await Person.GetAsync() is { } user ? Sessions.Of(user) : [];

    private async Task EndAsync(Session session)
    {
        // Only one's own: the list is as old as the page, and a page is not to be believed.
        if (await Person.GetAsync() is { } user && session.IsOf(user))
        {
            await Sessions.EndAsync([session.Key]);
            await ReadAsync();
        }
    }

    private async Task EndAllAsync()
    {
        if (await Person.GetAsync() is { } user)
        {
            await Sessions.EndAllAsync(user);
            Navigation.NavigateTo(DashboardUrls.SignIn, forceLoad: true);
        }
    }
}

using Microsoft.AspNetCore.Components;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>Takes a person through signing in again and back to where they were, with what they had filled in.</summary>
public sealed class FreshSignIn(NavigationManager navigation, CurrentPerson person, DraftShelf shelf)
{
    /// <summary>Leaves for the sign-in page.</summary>
    /// <param name="purpose">What was being filled in.</param>
    /// <param name="draft">What was filled in; null for nothing.</param>
    public async Task GoAsync(string purpose, object? draft)
    {
        if (draft is not null && await person.GetAsync() is { } me)
        {
            shelf.Keep(me, purpose, draft);
        }

        navigation.NavigateTo(DashboardUrls.SignInAgain($"/{navigation.ToBaseRelativePath(navigation.Uri)}"), forceLoad: true);
    }

    /// <summary>What had been filled in before; null for nothing.</summary>
    public async Task<T?> TakeBackAsync<T>(string purpose)
        where T : class =>
        await person.GetAsync() is { } me ? shelf.TakeBack<T>(me, purpose) : null;
}

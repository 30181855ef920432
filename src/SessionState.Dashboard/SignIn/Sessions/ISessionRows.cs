namespace SessionState.Dashboard.SignIn.Sessions;

/// <summary>Where sessions outlive a restart. An interface because tests of the rules need no database.</summary>
internal interface ISessionRows
{
    Task<IReadOnlyList<Session>> LoadAsync();

    Task AddAsync(Session session);

    Task RemoveAsync(IReadOnlyCollection<string> keys);

    Task SeenAsync(IReadOnlyCollection<Session> sessions);
}

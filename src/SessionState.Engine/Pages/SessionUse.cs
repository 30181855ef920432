namespace SessionState.Engine.Pages;

/// <summary>A place that uses the session.</summary>
/// <param name="What">
/// In short, and never with a key or value of the page: <c>Session(…)</c>, <c>Session.Timeout</c>, <c>Session_OnStart</c>.
/// </param>
/// <param name="Line">Its line, from 1.</param>
public sealed record SessionUse(string What, int Line);

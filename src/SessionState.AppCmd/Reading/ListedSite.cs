namespace SessionState.AppCmd.Reading;

/// <summary>A site as <c>list site</c> shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its number; null where unknown.</param>
/// <param name="Bindings">In appcmd's form: "http/*:80:,https/*:443:"; "" for none.</param>
internal sealed record ListedSite(string Name, uint? Id, string Bindings);

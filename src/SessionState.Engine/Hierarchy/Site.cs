using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>A site of applicationHost.config.</summary>
/// <param name="Name">Its name, which is its configuration path.</param>
/// <param name="Id">Its number; 0 where the file gives none.</param>
/// <param name="Bindings">As appcmd lists them: "http/*:80:,https/*:443:"; "" for none.</param>
/// <param name="Applications">In file order.</param>
/// <param name="ServerAutoStart">Whether it starts with the server; true by default.</param>
/// <param name="Line">Line of the site element, from 1.</param>
public sealed record Site(
    string Name, uint Id, string Bindings, ImmutableArray<Application> Applications, bool ServerAutoStart, int Line);

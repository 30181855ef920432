using SessionState.Contracts;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Overview;

/// <summary>
/// A server in numbers: of the nodes that a person sees with values, so that every number is the number of rows behind its link. Plain folders
/// in which nothing is configured do not count, as in the tree.
/// </summary>
/// <param name="Nodes">How many nodes are counted.</param>
/// <param name="States">Sessions on, off, and in error.</param>
/// <param name="Sources">Where that is set.</param>
/// <param name="Modes">ASP.NET session modes.</param>
/// <param name="Locks">Whether web.config files may set it.</param>
/// <param name="Sites">Overrides by site, most first.</param>
/// <param name="Broken">Nodes with errors of their own.</param>
public sealed record OverviewNumbers(
    int Nodes,
    IReadOnlyList<Share> States,
    IReadOnlyList<Share> Sources,
    IReadOnlyList<Share> Modes,
    IReadOnlyList<Share> Locks,
    IReadOnlyList<SiteOverrides> Sites,
    IReadOnlyList<NodeRow> Broken)
{
    public static NodeFilter Problems { get; } = new() { Problems = true };

    public static OverviewNumbers Read(ServerTree tree)
    {
        var counts = new TreeProjection(tree, NodeFilter.None).Counts;
        return new(
            counts.Of(AspState.On) + counts.Of(AspState.Off) + counts.Of(AspState.Error),
            [
                new("On", "on", "on", counts.Of(AspState.On), new() { Asp = AspState.On }),
                new("Off", "off", "off", counts.Of(AspState.Off), new() { Asp = AspState.Off }),
                new("In error", "error", "error", counts.Of(AspState.Error), new() { Asp = AspState.Error }),
            ],
            [
                new("Set here", "dot", "here", counts.Of(ValueSource.SetHere), new() { Source = ValueSource.SetHere }),
                new("Inherited", "inherit", "inherited", counts.Of(ValueSource.Inherited), new() { Source = ValueSource.Inherited }),
                new("Default", "dash", "default", counts.Of(ValueSource.Default), new() { Source = ValueSource.Default }),
            ],
            [.. counts.Modes.Select((mode, at) => new Share(mode.Key, mode.Key == "Off" ? "off" : "dot", $"{(at % 6) + 1}", mode.Value, new() { AspNet = mode.Key }))],
            [
                new("Locked", "lock", "inherited", counts.Locked, new() { Locked = true }),
                new("Open", "unlock", "here", counts.Open, new() { Locked = false }),
            ],
            SiteOverrides.Read(tree),
            [.. Enumerable.Range(0, tree.Count).Select(node => tree[node]).Where(row => row is { IsBare: false, Errors: > 0 } && NodeFilter.None.Lists(row))]);
    }
}

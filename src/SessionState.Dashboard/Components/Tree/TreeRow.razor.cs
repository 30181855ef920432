using Microsoft.AspNetCore.Components;
using SessionState.Contracts;

namespace SessionState.Dashboard.Components.Tree;

/// <summary>One row of the tree grid.</summary>
public sealed partial class TreeRow
{
    private const string LockedHint = "A web.config here may not set this. It can be changed with this dashboard, in applicationHost.config.";
    private const string OpenHint = "A web.config here may set this.";

    // What a bare row leaves empty.
    private static readonly string[] ValueCells = ["cell-asp", "cell-net", "cell-set", "cell-lock"];

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required TreeLine Line { get; set; }

    [Parameter]
    public bool Selected { get; set; }

    [Parameter]
    public bool Active { get; set; }

    [Parameter]
    public bool Pinned { get; set; }

    /// <summary>Whether it is marked for a change; null where it cannot be.</summary>
    [Parameter]
    public bool? Checked { get; set; }

    /// <summary>Its mark is to change; true: from the last marked node on up to it.</summary>
    [Parameter]
    public EventCallback<bool> OnCheck { get; set; }

    [Parameter]
    public string Search { get; set; } = "";

    /// <summary>"changed by Ann just now"; null for nothing new.</summary>
    [Parameter]
    public string? Mark { get; set; }

    [Parameter]
    public EventCallback OnOpen { get; set; }

    [Parameter]
    public EventCallback OnToggle { get; set; }

    private NodeRow Row => Line.Row;

    private string SourceIcon => Row.AspSource switch
    {
        _ when Row.AspSession is null => "dash",
        ValueSource.SetHere => "dot",
        ValueSource.Inherited => "inherit",
        _ => "dash",
    };
}

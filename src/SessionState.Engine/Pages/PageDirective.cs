namespace SessionState.Engine.Pages;

/// <summary>What a page says about its own session state.</summary>
/// <param name="Value">What it means.</param>
/// <param name="Written">The value as written, at most 40 characters of it.</param>
/// <param name="Line">Line of the attribute, from 1.</param>
public sealed record PageDirective(DirectiveValue Value, string Written, int Line);

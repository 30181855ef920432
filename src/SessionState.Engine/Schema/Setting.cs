namespace SessionState.Engine.Schema;

/// <summary>One configuration attribute that the product manages: data, so that another setting is another row in <see cref="Settings"/>.</summary>
public sealed record Setting
{
    /// <summary>Full name: <c>system.webServer/asp/session@allowSessionState</c>.</summary>
    public string Name => $"{Section}/{Element}@{Attribute}";

    /// <summary>Name for people: "ASP session state".</summary>
    public required string Title { get; init; }

    /// <summary>The section: <c>system.webServer/asp</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The child element of the section that carries the attribute: <c>session</c>.</summary>
    public required string Element { get; init; }

    /// <summary>The attribute: <c>allowSessionState</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>Type of the value.</summary>
    public required SettingType Type { get; init; }

    /// <summary>The schema default in canonical spelling.</summary>
    public required string Default { get; init; }

    /// <summary>Smallest value of a time span.</summary>
    public TimeSpan Minimum { get; init; } = TimeSpan.Zero;

    /// <summary>Largest value of a time span.</summary>
    public TimeSpan Maximum { get; init; } = TimeSpan.MaxValue;

    /// <summary>A time span must be a whole multiple of this.</summary>
    public TimeSpan Granularity { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// True where the value that matters is the one at the root of the application, so that one for a folder or file in it likely has no effect.
    /// </summary>
    public bool IsReadAtApplicationRoot { get; init; }

    /// <summary>Checks a value as a file or a person writes it, and gives its canonical spelling.</summary>
    /// <param name="raw">The value as written.</param>
    /// <param name="canonical">"true", "4294967295", "00:20:00"; "" when invalid.</param>
    /// <param name="error">What is wrong, as IIS words it where that is known; "" when valid.</param>
    public bool TryNormalize(string raw, out string canonical, out string error) =>
        SettingValueParser.TryNormalize(this, raw, out canonical, out error);
}

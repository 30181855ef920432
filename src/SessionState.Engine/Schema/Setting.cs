using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>One configuration attribute that the product manages: data, so that another setting is another row in <see cref="Settings"/>.</summary>
public sealed record Setting
{
    /// <summary>What stands for a value that is never shown.</summary>
    public const string Hidden = "(hidden)";

    /// <summary>
    /// Full name: <c>system.webServer/asp/session@allowSessionState</c>, or <c>system.web/sessionState@mode</c> for an attribute of the
    /// section's own element.
    /// </summary>
    public string Name => IsOnSection ? $"{Section}@{Attribute}" : $"{Section}/{Element}@{Attribute}";

    /// <summary>Name for people: "ASP session state".</summary>
    public required string Title { get; init; }

    /// <summary>The section: <c>system.webServer/asp</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The child element of the section that carries the attribute: <c>session</c>; "" where the section's own element does.</summary>
    public string Element { get; init; } = "";

    /// <summary>The attribute: <c>allowSessionState</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>Who reads it.</summary>
    public Evaluator Evaluator { get; init; }

    /// <summary>Type of the value.</summary>
    public required SettingType Type { get; init; }

    /// <summary>The schema default in canonical spelling.</summary>
    public required string Default { get; init; }

    /// <summary>The values of an <see cref="SettingType.Enum"/>, in the schema's order and exact spelling; empty for other types.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Other spellings that are read as one of the <see cref="Values"/>.</summary>
    public ImmutableArray<SettingAlias> Aliases { get; init; } = [];

    /// <summary>Smallest <see cref="SettingType.WholeNumber"/>.</summary>
    public int MinimumNumber { get; init; }

    /// <summary>Largest <see cref="SettingType.WholeNumber"/>.</summary>
    public int MaximumNumber { get; init; } = int.MaxValue;

    /// <summary>How a time span is written.</summary>
    public TimeSpanFormat TimeSpanFormat { get; init; }

    /// <summary>Whether a time span may be <c>Infinite</c>.</summary>
    public bool AllowsInfinite { get; init; }

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

    /// <summary>True where the value may hold a password: it is never given away, <see cref="Hidden"/> stands for it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>False where the value is shown and not changed here: it names code to load, or is a secret.</summary>
    public bool IsEditable { get; init; } = true;

    /// <summary>True where we write nothing but an HTTP token (RFC 9110): the value becomes part of a header. What a file says is read as it is.</summary>
    public bool IsToken { get; init; }

    /// <summary>True for one that few people need.</summary>
    public bool IsAdvanced { get; init; }

    /// <summary>Since when the attribute exists, for people; null where every version has it.</summary>
    public string? Since { get; init; }

    /// <summary>What a person should know about it; null where the title says it all.</summary>
    public string? Note { get; init; }

    internal bool IsOnSection => Element.Length == 0;

    /// <summary>Checks a value as a file or a person writes it, and gives its canonical spelling.</summary>
    /// <param name="raw">The value as written.</param>
    /// <param name="canonical">"true", "4294967295", "00:20:00"; "" when invalid.</param>
    /// <param name="error">What is wrong, as IIS words it where that is known; "" when valid.</param>
    public bool TryNormalize(string raw, out string canonical, out string error) =>
        SettingValueParser.TryNormalize(this, raw, out canonical, out error);

    /// <summary>As <see cref="TryNormalize"/>, and with what we ask beyond the schema of a value that we write.</summary>
    internal bool TryAccept(string raw, out string canonical, out string error)
    {
        var valid = TryNormalize(raw, out canonical, out error);
        if (valid && IsToken)
        {
            error = HttpToken.Complaint(raw);
        }

        return error.Length == 0;
    }
}

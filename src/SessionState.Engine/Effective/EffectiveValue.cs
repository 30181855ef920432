using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Effective;

/// <summary>What a setting ends up with at a node.</summary>
public readonly struct EffectiveValue
{
    private readonly ConfigurationNode? _target;
    private readonly NodeInput _input;
    private readonly int _line;

    private EffectiveValue(string? value, Violation? violation)
    {
        Value = value;
        Violation = violation;
    }

    private EffectiveValue(AttributeInput attribute, ConfigurationNode target, NodeInput input, int line)
        : this(attribute.Canonical, null)
    {
        Raw = attribute.Raw;
        (_target, _input, _line) = (target, input, line);
    }

    /// <summary>True where the configuration is in error at the node, so that IIS answers 500.19 there.</summary>
    public bool IsError => Violation is not null;

    /// <summary>Canonical spelling; null on error.</summary>
    public string? Value { get; }

    /// <summary>The value as the file spells it; null for the schema default and on error.</summary>
    public string? Raw { get; }

    /// <summary>What is wrong; null where there is a value.</summary>
    public Violation? Violation { get; }

    /// <summary>True where no level sets it and the schema default holds.</summary>
    public bool IsDefault => _target is null && Violation is null;

    /// <summary>Path of the node it is set for, "" for the server; null for the schema default and on error.</summary>
    public string? SetFor => _target?.Path;

    /// <summary>Where it is set; null for the schema default and on error. Made anew for each call.</summary>
    public Provenance? Origin => _target is null ? null : new(_target.Path, _input.Place, _line, _input.Section.Location?.Path);

    internal bool IsFrom(SectionInput input, ConfigurationNode target) =>
        ReferenceEquals(_input.Section, input) && ReferenceEquals(_target, target);

    internal static EffectiveValue Default(string value) => new(value, null);

    internal static EffectiveValue Error(Violation violation) => new(null, violation);

    internal static EffectiveValue Set(AttributeInput attribute, ConfigurationNode target, NodeInput input, int line) =>
        new(attribute, target, input, line);
}

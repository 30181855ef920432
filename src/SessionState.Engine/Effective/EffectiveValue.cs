namespace SessionState.Engine.Effective;

/// <summary>What a setting ends up with at a node.</summary>
public readonly struct EffectiveValue
{
    /// <summary>True where the configuration is in error at the node, so that IIS answers 500.19 there.</summary>
    public bool IsError => Violation is not null;

    /// <summary>Canonical spelling; null on error.</summary>
    public string? Value => throw new NotImplementedException();

    /// <summary>Where it is set; null for the schema default and on error.</summary>
    public Provenance? Origin => throw new NotImplementedException();

    /// <summary>What is wrong; null where there is a value.</summary>
    public Violation? Violation => throw new NotImplementedException();

    /// <summary>True where no level sets it and the schema default holds.</summary>
    public bool IsDefault => throw new NotImplementedException();
}

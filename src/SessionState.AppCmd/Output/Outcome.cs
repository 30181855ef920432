using System.Diagnostics.CodeAnalysis;

namespace SessionState.AppCmd.Output;

/// <summary>A value, or the answer that ends the command because there is none.</summary>
internal readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;
    private readonly Answer? _refusal;

    private Outcome(T? value, Answer? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Answer refusal) => new(null, refusal);

    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Answer? refusal)
    {
        value = _value;
        refusal = _refusal;
        return value is not null;
    }
}

namespace SessionState.Engine.Tests.Bounds;

/// <summary>A type that a hostile file names as the handler of its section. Whoever makes one springs it.</summary>
public sealed class Trap
{
    public Trap() => IsSprung = true;

    internal static bool IsSprung { get; private set; }
}

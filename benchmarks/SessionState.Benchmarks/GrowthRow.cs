using System.Globalization;

namespace SessionState.Benchmarks;

/// <summary>How loading grows with the server: linear where the last two columns stay.</summary>
/// <param name="Size">Name of the size.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="Nodes">Resolved.</param>
/// <param name="Load">Milliseconds to load everything and resolve every node.</param>
/// <param name="Bare">Milliseconds of the bare pass.</param>
internal sealed record GrowthRow(string Size, long Bytes, int Nodes, double Load, double Bare)
{
    public const string Head = "| size | MB | nodes | load, ms | bare pass, ms | load, ms per MB | against the bare pass |\n|---|---|---|---|---|---|---|";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Size} | {Bytes / 1e6:0.0} | {Nodes:N0} | {Load:0} | {Bare:0} | {Load / Bytes * 1e6:0.0} | {Load / Bare:0.00} x |");
}

using SessionState.Fuzz.Running;
using SessionState.Fuzz.Targets;

namespace SessionState.Fuzz;

/// <summary>A short run without guidance, the same each time, over the committed inputs.</summary>
public sealed class ShortRunTests
{
    private const int Runs = 2_000;

    public static TheoryData<string> Names => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_EveryInputOfTheCorpus_Holds(string name)
    {
        var inputs = Find(name).Corpus();

        Assert.InRange(inputs.Count, 5, 1_000);
        Assert.All(inputs, input => Find(name).Check(input));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_MutatedInputs_Hold(string name)
    {
        var target = Find(name);
        var (corpus, mutator) = (target.Corpus(), new Mutator(target.Dictionary, seed: 1));
        for (var run = 0; run < Runs; run++)
        {
            var input = mutator.Mutate(corpus);
            try
            {
                target.Check(input);
            }
            catch (Exception exception)
            {
                Assert.Fail($"run {run}, input {Convert.ToBase64String(input)}: {exception}");
            }
        }
    }

    private static FuzzTarget Find(string name) => FuzzTarget.All.Single(target => target.Name == name);
}

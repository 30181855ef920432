using System.Text;
using SessionState.AppCmd;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Contracts;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Tests.Audit;

/// <summary>The tool against a whole Service: export, verify, witness.</summary>
public sealed class WitnessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void IsConsistent_AllPairsUpTo40_AcceptsProofsAndNothingElse()
    {
        byte[][] leaves = [.. Enumerable.Range(0, 40).Select(BitConverter.GetBytes)];
        for (var size = 1; size <= leaves.Length; size++)
        {
            var root = ReferenceTree.Root(leaves[..size]);
            for (var earlier = 1; earlier <= size; earlier++)
            {
                var before = ReferenceTree.Root(leaves[..earlier]);
                var proof = ReferenceTree.Consistency(earlier, leaves[..size]);
                Assert.True(Merkle.IsConsistent(earlier, before, size, root, proof));
                Assert.False(Merkle.IsConsistent(earlier, MerkleHash.Empty, size, root, proof));
                Assert.False(Merkle.IsConsistent(earlier, before, size, MerkleHash.Empty, proof));
                Assert.False(Merkle.IsConsistent(earlier, before, size, root, [.. proof, root]));
                Assert.False(earlier < size && Merkle.IsConsistent(earlier, before, size, root, [.. proof.Skip(1)]));
            }
        }
    }

    [Fact]
    public async Task Tool_AgainstAService_ExportsVerifiesAndWitnesses()
    {
        using var folder = new TemporaryFolder();
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());
        var checkpoint = (await service.Client.GetAuditCheckpointAsync(null, Cancel)).Demand();
        await File.WriteAllTextAsync(folder["audit.pub"], checkpoint.Key, Cancel);
        await File.WriteAllTextAsync(folder["audit.pem"], checkpoint.PublicKeyPem, Cancel);

        Assert.Equal((0, ""), await RunAsync(service, "export", "audit", $"/file:{folder["b"]}"));
        foreach (var key in new[] { folder["audit.pub"], folder["audit.pem"], checkpoint.Key })
        {
            var (exitCode, output) = await RunAsync(service, "verify", "audit", folder["b"], $"/key:{key}");
            Assert.Equal((0, $"GOOD {folder["b"]}\n3 of 3 records of session-state-audit/WEB01 verified; the newest checkpoint covers 3.\n"), (exitCode, output));
        }

        Assert.Equal(2, (await RunAsync(service, "verify", "audit", folder["b"])).ExitCode);
        Assert.Equal(0, (await RunAsync(service, "verify", "audit", service.AuditFile, $"/key:{folder["audit.pub"]}")).ExitCode);
        Assert.Equal((0, true), Begins(await RunAsync(service, "verify", "audit"), "GOOD"));
        Assert.Equal((0, true), Begins(await RunAsync(service, "export", "audit", "/format:csv"), "\uFEFF\"sequence\""));

        Assert.Equal((0, true), Begins(await RunAsync(service, "witness", "audit", $"/store:{folder["w"]}", $"/key:{folder["audit.pem"]}"), "WITNESSED"));
        await service.ChangeAsync(ClientExtensions.Request(value: null));
        Assert.Equal((0, true), Begins(await RunAsync(service, "witness", "audit", $"/store:{folder["w"]}"), "WITNESSED"));
        Assert.Equal(0, (await RunAsync(service, "export", "audit", $"/file:{folder["c"]}")).ExitCode);
        Assert.Equal(0, (await RunAsync(service, "verify", "audit", folder["c"], $"/key:{checkpoint.Key}", $"/since:{folder["w"]}")).ExitCode);
    }

    [Fact]
    public async Task Witness_LogCutOffOrForked_RefusesAndKeepsItsStore()
    {
        using var folder = new TemporaryFolder();
        await using var service = await ServiceApplication.StartAsync();
        await service.ChangeAsync(ClientExtensions.Request());
        Assert.Equal(0, (await RunAsync(service, "witness", "audit", $"/store:{folder["w"]}")).ExitCode);
        var store = await File.ReadAllTextAsync(folder["w"], Cancel);
        await service.StopAsync();

        // Somebody with the file and the key takes the change out of the log, and goes on as if nothing had been.
        service.ForgetAuditFrom(2);
        await service.StartAsync();
        Assert.Equal((1, true), Begins(await RunAsync(service, "witness", "audit", $"/store:{folder["w"]}"), "REFUSED"));
        await service.ChangeAsync(ClientExtensions.Request("Fabrikam"));
        var (exitCode, output) = await RunAsync(service, "witness", "audit", $"/store:{folder["w"]}");

        Assert.Equal((1, true), (exitCode, output.Contains("another history", StringComparison.Ordinal)));
        Assert.Equal(store, await File.ReadAllTextAsync(folder["w"], Cancel));
    }

    [Fact]
    public async Task Checkpoint_SinceMoreThanThereIs_IsInvalid()
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.GetAuditCheckpointAsync(1_000, Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, "since"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task Stop_Always_LeavesNothingUnsigned()
    {
        await using var service = await ServiceApplication.StartAsync();
        await service.StopAsync();

        var key = (await RunAsync(service, "verify", "audit", service.AuditFile)).Output;

        Assert.Contains("2 of 2 records of session-state-audit/WEB01 verified; the newest checkpoint covers 2.", key, StringComparison.Ordinal);
    }

    private static (int ExitCode, bool Begins) Begins((int ExitCode, string Output) run, string text) =>
        (run.ExitCode, run.Output.StartsWith(text, StringComparison.Ordinal));

    private static async Task<(int ExitCode, string Output)> RunAsync(ServiceApplication service, params string[] arguments)
    {
        using var output = new MemoryStream();
        var exitCode = await AppCmdMain.RunAsync(
            arguments,
            new()
            {
                Output = output,
                Error = Stream.Null,
                Variable = _ => null,
                User = ServiceApplication.Ada,
                DefaultAddress = () => new(ServiceTransport.UnixSocket, service.Socket),
                Connect = address => new ConfigurationServiceClient(ServiceConnection.Create(address, "appcmd"), ServiceApplication.Ada),
            },
            Cancel);
        return (exitCode, Encoding.UTF8.GetString(output.ToArray()));
    }
}

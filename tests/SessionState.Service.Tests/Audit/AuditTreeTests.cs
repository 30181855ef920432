using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Tests.Audit;

/// <summary>ASVS 11.2.3, 11.4.3.</summary>
public sealed class AuditTreeTests
{
    // The reference leaves and roots of Certificate Transparency (google/certificate-transparency, merkle tree tests).
    private static readonly string[] ReferenceLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_ReferenceLeaves_IsTheReferenceRoot(int size, string root)
    {
        var tree = ReferenceLeaves.Take(size).Aggregate(
            MerkleFrontier.Empty, (tree, leaf) => tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf))));

        Assert.Equal(root, Convert.ToHexStringLower(tree.Root()));
    }

    [Fact]
    public void Proofs_ReferenceLeaves_AreTheReferenceProofs()
    {
        using var audit = CreateWithLeaves([.. ReferenceLeaves.Select(Convert.FromHexString)]);
        using var context = audit.Database.CreateDbContext();
        var tree = new AuditTree(context);

        Assert.Equal(
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
            tree.Inclusion(6, 8).Select(Convert.ToHexStringLower));
        Assert.Equal(
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
            tree.Consistency(6, 8).Select(Convert.ToHexStringLower));
    }

    [Fact]
    public void Proofs_EverySizeUpTo40_AreThoseOfTheDefinition()
    {
        var leaves = Leaves(40);
        using var audit = CreateWithLeaves(leaves);
        using var context = audit.Database.CreateDbContext();
        var tree = new AuditTree(context);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var some = leaves[..size];
            for (var number = 1; number <= size; number++)
            {
                Assert.Equal(ReferenceTree.Path(number - 1, some), tree.Inclusion(number, size));
                Assert.Equal(ReferenceTree.Consistency(number, some), tree.Consistency(number, size));
            }
        }
    }

    [Fact]
    public void Roots_AcrossStoredSubtrees_AreThoseOfTheDefinition()
    {
        var leaves = Leaves(1_300);
        using var audit = CreateWithLeaves(leaves);
        using var context = audit.Database.CreateDbContext();
        TreeCatchUp.Run(context, leaves.Length);
        var tree = new AuditTree(context);

        Assert.Equal(5 + 2 + 1, context.TreeNodes.Count());
        foreach (var size in new[] { 255, 256, 257, 511, 512, 1_023, 1_024, 1_025, 1_280, 1_300 })
        {
            Assert.Equal(ReferenceTree.Root(leaves[..size]), tree.Root(size));
            Assert.Equal(ReferenceTree.Consistency(300, leaves[..Math.Max(size, 300)]), tree.Consistency(300, Math.Max(size, 300)));
        }

        Assert.Equal(ReferenceTree.Path(700, leaves), tree.Inclusion(701, 1_300));
    }

    [Fact]
    public void Append_ThroughTheLog_StoresSubtreesAndKeepsTheEnd()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(520);
        using var context = audit.Database.CreateDbContext();
        var leaves = context.Records.OrderBy(row => row.Sequence).Select(row => row.Json).ToArray();

        Assert.Equal(ReferenceTree.Root(leaves), audit.Log.Head!.Tree.Root());
        Assert.Equal(
            [(8, 0, ReferenceTree.Root(leaves[..256])), (8, 1, ReferenceTree.Root(leaves[256..512])), (9, 0L, ReferenceTree.Root(leaves[..512]))],
            context.TreeNodes.OrderBy(node => node.Level).ThenBy(node => node.Position).AsEnumerable()
                .Select(node => (node.Level, node.Position, node.Hash)),
            (one, other) => one.Item1 == other.Item1 && one.Item2 == other.Item2 && one.Item3.AsSpan().SequenceEqual(other.Item3));
        audit.Reopen();
        Assert.Equal(ReferenceTree.Root(leaves), audit.Log.Head!.Tree.Root());
    }

    [Fact]
    public void Root_RecordMissing_SaysWhich()
    {
        using var audit = CreateWithLeaves(Leaves(20));
        audit.Tamper("DELETE FROM AuditRecords WHERE Sequence = 18");
        using var context = audit.Database.CreateDbContext();

        Assert.Contains("17 to 20", Assert.Throws<MissingRecordException>(() => new AuditTree(context).Root(20)).Message, StringComparison.Ordinal);
    }

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(BitConverter.GetBytes)];

    private static AuditFixture CreateWithLeaves(byte[][] leaves)
    {
        var audit = AuditFixture.Open();
        using var context = audit.Database.CreateDbContext();
        context.Records.AddRange(leaves.Select((leaf, index) => new AuditRow
        {
            Sequence = index + 1,
            Json = leaf,
            Hash = AuditChain.Hash(leaf),
            Type = AuditType.Start,
            Outcome = AuditOutcome.Noticed,
            Who = "x",
            Via = "x",
            WhoKey = "x",
            TextKey = "",
        }));
        context.SaveChanges();
        return audit;
    }
}

using System.Security.Cryptography;
using System.Text;
using SessionState.Contracts;
using SessionState.Service.Audit.Export;

namespace SessionState.Service.Tests.Audit;

/// <summary>ASVS 1.2.10, 16.4.3.</summary>
public sealed class AuditExportTests
{
    [Fact]
    public async Task JsonLines_AllRecords_AreTheStoredBytesAndChained()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(3);
        using var context = audit.Database.CreateDbContext();

        var lines = Lines(await audit.ExportAsync(AuditExportFormat.Jsonl));

        Assert.Equal(context.Records.OrderBy(row => row.Sequence).AsEnumerable().Select(row => Encoding.UTF8.GetString(row.Json)), lines);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines[0]))), lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_MoreThanABatch_IsWhole()
    {
        using var audit = AuditFixture.OpenSigned();
        audit.Append(1_001);

        Assert.Equal(1_001, Lines(await audit.ExportAsync(AuditExportFormat.Jsonl)).Length);
    }

    [Fact]
    public async Task Csv_OneRecord_IsThisTable()
    {
        using var audit = AuditFixture.OpenSigned();
        var row = audit.Log.TryAppend(AuditFixture.Record(who: "Zoë", reason: "=cmd()|' /C calc'!A0", ticket: "+1", detail: "a \"b\"\r\nc\u001b[31m"))!;

        Assert.Equal(
            "\uFEFF\"sequence\",\"time\",\"type\",\"outcome\",\"who\",\"via\",\"path\",\"setting\",\"action\",\"before\",\"after\",\"reason\","
            + "\"ticket\",\"detail\",\"change\",\"hash\"\r\n"
            + "\"1\",\"2026-11-22T16:00:00.000Z\",\"outcome\",\"applied\",\"Zoë\",\"dashboard\",\"Contoso/shop\","
            + "\"system.webServer/asp/session@allowSessionState\",\"set\",\"true\",\"false\",\"'=cmd()|' /C calc'!A0\",\"'+1\","
            + $"\"a \"\"b\"\"\\u000d\nc\\u001b[31m\",\"\",\"{Convert.ToHexStringLower(row.Hash)}\"\r\n",
            Encoding.UTF8.GetString(await audit.ExportAsync(AuditExportFormat.Csv)));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\\u000d=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a,\"=b", "\"a,\"\"=b\"")]
    [InlineData("", "\"\"")]
    [InlineData(null, "\"\"")]
    public void Cell_AnyText_IsNoFormula(string? text, string cell)
    {
        Assert.Equal(cell, CsvFormat.Cell(text));
    }

    [Fact]
    public async Task Bundle_SomeRecords_HasTheOthersAsSubtrees()
    {
        using var audit = AuditFixture.OpenSigned();
        for (var number = 1; number <= 9; number++)
        {
            audit.Log.TryAppend(AuditFixture.Record(who: number is 5 or 6 ? "Bob" : "Ada"));
        }

        var lines = Lines(await audit.ExportAsync(AuditExportFormat.Bundle, new() { Who = "bob" }));

        var records = lines[(Array.IndexOf(lines, "records") + 1)..];
        Assert.Equal(["session-state-audit-bundle 2", $"key {audit.Checkpoints.PublicKey!.Value.Verifier}", ""], lines[..3]);
        Assert.Equal(["~2", "@", "{\"v", "{\"v", "~1", "~0"], records.Select(line => line[..(line[0] switch { '@' => 1, '~' => 2, _ => 3 })]));
    }

    [Fact]
    public async Task Export_IntentsWithAnOutcome_AreNotLeftOut()
    {
        using var audit = AuditFixture.OpenSigned();
        var intent = audit.Log.TryAppend(AuditFixture.Record(AuditType.Intent))!;
        audit.Log.TryAppend(AuditFixture.Record(reference: intent.Sequence));

        Assert.Equal(2, Lines(await audit.ExportAsync(AuditExportFormat.Jsonl)).Length);
        Assert.Single(Lines(await audit.ExportAsync(AuditExportFormat.Jsonl, new() { Type = AuditType.Outcome })));
    }

    private static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n');
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using SessionState.Engine.Editing;
using SessionState.Engine.Text;
using SessionState.Service.Diffs;

namespace SessionState.Service.Tests.Diffs;

/// <summary>Diffs, given to the tools that people give them to.</summary>
public sealed class UnifiedDiffTests : IDisposable
{
    private const string Name = "config/Ada's \"Büro\" & co/application Host.config";

    private static readonly string Numbers = string.Join('\n', Enumerable.Range(1, 40)) + "\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Tools => new()
    {
        { "git", "apply --whitespace=nowarn ../x.diff" },
        { "patch", "--binary -s -p1 -i ../x.diff" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Write_EditsOfEveryKind_AreTakenAndTakenBack(string tool, string arguments)
    {
        Edited[] edits =
        [
            new("far apart", Numbers, false, ("\n3\n", "\nthree\n"), ("\n30\n", "\n30\n30a\n")),
            new("close together", Numbers, false, ("\n3\n", "\nthree\n"), ("\n9\n", "\n"), ("\n11\n", "\n11\nmore\n")),
            new("carriage returns", Numbers.ReplaceLineEndings("\r\n"), false, ("\r\n3\r\n", "\r\nthree\r\n")),
            new("no line end", "1\n2\n3", false, ("3", "three\r\nfour")),
            new("line end comes", "1\n2\n3", false, ("3", "3\n")),
            new("mark", Numbers, true, ("1\n2\n", "one\n2\n")),
            new("first line goes", "1\n2\n", false, ("1\n", "")),
            new("everything goes", "1", false, ("1", "")),
            new("umlauts", "Büro\nÜbung\n", false, ("Übung", "🦉")),
        ];
        foreach (var edited in edits)
        {
            var edit = edited.ToEdit(Name);
            await RunAsync(tool, arguments, edit, isUndo: false, edited.Bytes, edit.Encode());
            await RunAsync(tool, arguments, edit, isUndo: true, edit.Encode(), edited.Bytes);
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Write_NewFile_IsMadeAndTakenBack(string tool, string arguments)
    {
        var edit = new FileEdit("/" + Name, true, "", [new(new(0, 0), "<configuration>\r\n</configuration>\r\n")], SourceText.NewFile);

        await RunAsync(tool, arguments, edit, isUndo: false, null, edit.Encode());
        await RunAsync(tool, arguments, edit, isUndo: true, edit.Encode(), null);
    }

    [Theory]
    [InlineData(@"C:\inetpub\wwwroot\web.config", "inetpub/wwwroot/web.config")]
    [InlineData("/srv/iis/web.config", "srv/iis/web.config")]
    public void Write_PathOfADrive_BeginsBelowItsRoot(string file, string expected)
    {
        var diff = UnifiedDiff.Write([new Edited("", "1\n", false, ("1", "2")).ToEdit(file)], false, out _);

        Assert.StartsWith($"diff --git a/{expected} b/{expected}\n--- a/{expected}\n+++ b/{expected}\n@@ -1,1 +1,1 @@\n-1\n+2\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SecretNearby_IsRefused()
    {
        var edit = new Edited("", "<a password=\"x\" />\n<b />\n", false, ("<b />", "<c />")).ToEdit("/x");

        Assert.Null(UnifiedDiff.Write([edit], false, out var obstacle));
        Assert.Equal("The lines around the change in /x hold a secret, which is not given away.", obstacle);
    }

    [Fact]
    public void Write_SecretFarAway_IsNoObstacle() =>
        Assert.NotNull(UnifiedDiff.Write([new Edited("", $"<a password=\"x\" />\n{Numbers}", false, ("\n30\n", "\n31\n")).ToEdit("/x")], false, out _));

    [Fact]
    public void Write_OtherEncoding_IsRefused()
    {
        var source = SourceText.Decode(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("1\n")).ToArray(), "/x", out _)!;

        Assert.Null(UnifiedDiff.Write([new("/x", false, "1\n", [new(new(0, 1), "2")], source)], false, out var obstacle));
        Assert.StartsWith("/x is written in utf-16", obstacle, StringComparison.Ordinal);
    }

    private async Task RunAsync(string tool, string arguments, FileEdit edit, bool isUndo, byte[]? before, byte[]? after)
    {
        var file = _folder["files/" + Name];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (before is null)
        {
            File.Delete(file);
        }
        else
        {
            await File.WriteAllBytesAsync(file, before, TestContext.Current.CancellationToken);
        }

        var diff = UnifiedDiff.Write([edit], isUndo, out _)!;
        await File.WriteAllTextAsync(_folder["x.diff"], diff, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        await RunToolAsync(tool, arguments, diff);

        Assert.Equal(after is not null, File.Exists(file));
        var left = after is null ? null : await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.True(Enumerable.SequenceEqual(after ?? [], left ?? []), diff);
    }

    private async Task RunToolAsync(string tool, string arguments, string diff)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = _folder["files"], RedirectStandardError = true, RedirectStandardOutput = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            return;
        }

        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
                + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{output}\n{diff}");
        }
    }

    private sealed record Edited(string Kind, string Text, bool HasMark, params (string Old, string New)[] Replacements)
    {
        public byte[] Bytes => [.. HasMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(Text)];

        public FileEdit ToEdit(string file)
        {
            var changes = Replacements.Select(one => new TextChange(
                new(Text.IndexOf(one.Old, StringComparison.Ordinal), one.Old.Length), one.New)).ToImmutableArray();
            return new(file, false, Text, changes, SourceText.Decode(Bytes, file, out _)!);
        }
    }
}

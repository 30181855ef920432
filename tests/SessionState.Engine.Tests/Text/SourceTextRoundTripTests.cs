using System.Text;
using CsCheck;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Text;

/// <summary>Text in = text out, for every file that is accepted.</summary>
public sealed class SourceTextRoundTripTests
{
    private static readonly string[] SingleByteNames = ["us-ascii", "iso-8859-1", "windows-1252", "windows-1251", "iso-8859-15"];

    [Fact]
    public void EncodeOfDecode_AnyBytes_AreTheSameBytesOrRefused()
    {
        var declaration = Gen.OneOf(["", .. SingleByteNames.Select(name => $"<?xml version=\"1.0\" encoding=\"{name}\"?>")]);
        var mark = Gen.OneOf<byte[]>([], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]);

        Gen.Select(mark, declaration, Gen.Byte.Array[0, 40]).Sample((start, text, rest) =>
        {
            byte[] bytes = [.. start, .. Encoding.ASCII.GetBytes(text), .. rest];
            var source = SourceText.Decode(bytes, "f", out var problem);

            Assert.True(source is null != problem is null);
            Assert.True(source is null || source.Encode(source.Text).AsSpan().SequenceEqual(bytes));
        });
    }

    [Fact]
    public void DecodeOfEncode_AnyCharacters_AreTheSameInEveryUnicodeEncoding()
    {
        var piece = Gen.OneOf("\r\n", "\n", "\r", "\t", "ä", "東", "😀", "\u0085", "\u2028", "\uFEFF", "\u0080", "</a>", "x");
        var encoding = Gen.OneOf(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode);

        Gen.Select(encoding, Gen.Bool, piece.Array[0, 20]).Sample((bytesOf, mark, pieces) =>
        {
            var text = "<a>" + string.Concat(pieces);
            var source = SourceText.Decode([.. mark ? bytesOf.GetPreamble() : [], .. bytesOf.GetBytes(text)], "f", out _);

            Assert.Equal((text, bytesOf.WebName, mark), (source?.Text, source?.EncodingName, source?.HasByteOrderMark));
        });
    }

    [Fact]
    public void DecodeOfEncode_EveryByte_IsTheSameInEverySingleByteEncoding()
    {
        foreach (var name in SingleByteNames)
        {
            var count = name == "us-ascii" ? 0x7F : 0xFF;
            var declaration = Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?>");
            byte[] bytes = [.. declaration, .. Enumerable.Range(1, count).Select(value => (byte)value)];
            var source = SourceText.Decode(bytes, name, out _);

            Assert.Equal(name, source?.EncodingName);
            Assert.Equal(bytes, source!.Encode(source.Text));
        }
    }

    [Fact]
    public void EncodeOfDecode_EveryFileOfTheCorpus_IsTheSameFile()
    {
        foreach (var row in RequiredInputs.Manifest())
        {
            var file = Path.Combine(RequiredInputs.Corpus, row.GetProperty("file").GetString()!);
            var bytes = File.ReadAllBytes(file);
            var source = SourceText.Decode(bytes, file, out var problem);

            Assert.True(source is not null || row.GetProperty("encoding").GetString() == "legacy-8bit", problem?.Message);
            Assert.True(source is null || source.Encode(source.Text).AsSpan().SequenceEqual(bytes), file);
        }
    }
}

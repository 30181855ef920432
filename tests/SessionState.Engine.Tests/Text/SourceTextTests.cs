using System.Text;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Text;

public sealed class SourceTextTests
{
    private const string File = "web.config";

    [Theory]
    [InlineData("<a/>", "utf-8")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "utf-8")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "utf-8")]
    [InlineData("<?xml version='1.0' encoding = 'us-ascii'?><a/>", "us-ascii")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "iso-8859-1")]
    [InlineData("<?xml version=\"1.0\" encoding=\"Windows-1252\"?><a/>", "windows-1252")]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?><a/>", "iso-8859-15")]
    public void Decode_AsciiBytes_EncodingIsTheDeclaredOne(string document, string encoding)
    {
        var source = Decode(Encoding.ASCII.GetBytes(document));

        Assert.Equal((document, encoding, false), (source.Text, source.EncodingName, source.HasByteOrderMark));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?>", false)]
    [InlineData("", true)]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", true)]
    public void Decode_Utf16_BothByteOrdersAreRead(string declaration, bool mark)
    {
        var document = declaration + "<a v=\"Straße 東\"/>";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(document)];
            var source = Decode(bytes);

            Assert.Equal((document, encoding.WebName, mark), (source.Text, source.EncodingName, source.HasByteOrderMark));
            Assert.Equal(bytes, source.Encode(source.Text));
        }
    }

    [Fact]
    public void Decode_Windows1252_HasItsOwnCharacters()
    {
        byte[] bytes = [.. "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a v=\""u8, 0x80, .. "\"/>"u8];

        Assert.EndsWith("<a v=\"€\"/>", Decode(bytes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_EmptyFileAndMarkAlone_AreEmptyTexts()
    {
        Assert.Equal("", Decode([]).Text);
        Assert.Equal("", Decode([0xEF, 0xBB, 0xBF]).Text);
        Assert.Equal([0xFF, 0xFE], Decode([0xFF, 0xFE]).Encode(""));
    }

    [Theory]
    [InlineData("", "utf-16", ", but its bytes are UTF-8.")]
    [InlineData("\uFEFF", "utf-16", ", but its bytes are UTF-8.")]
    [InlineData("\uFEFF", "iso-8859-1", ", but its bytes are UTF-8.")]
    [InlineData("", "utf-7", ", which cannot be edited safely.")]
    [InlineData("", "utf-32", ", which cannot be edited safely.")]
    [InlineData("", "ibm037", ", which cannot be edited safely.")]
    [InlineData("", "shift_jis", ", which cannot be edited safely.")]
    [InlineData("", "nonsense", ", which cannot be edited safely.")]
    public void Decode_DeclarationThatIsNotSafe_IsRefused(string mark, string declared, string why)
    {
        var problem = Refuse(Encoding.UTF8.GetBytes($"{mark}<?xml version=\"1.0\" encoding=\"{declared}\"?><a/>"));

        var message = $"The file declares the encoding '{declared}'{why}";
        Assert.Equal(new(DiagnosticSeverity.Error, DiagnosticCodes.Encoding, message, File, 1, null, "Save the file as UTF-8."), problem);
    }

    [Fact]
    public void Decode_Utf7_IsRefused()
    {
        Assert.Equal("The file is written in UTF-7, which IIS does not read.", Refuse("+/v8-<a/>"u8).Message);
    }

    [Fact]
    public void Decode_Utf16DeclaringUtf8_IsRefused()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>")];

        Assert.Equal("The file declares the encoding 'utf-8', but its bytes are UTF-16.", Refuse(bytes).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C })]
    [InlineData(new byte[] { 0x3C, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0x3C })]
    [InlineData(new byte[] { 0x4C, 0x6F, 0xA7, 0x94 })]
    public void Decode_Utf32AndEbcdic_AreRefused(byte[] bytes)
    {
        Assert.Equal(DiagnosticCodes.Encoding, Refuse(bytes).Code);
    }

    [Fact]
    public void Decode_InvalidUtf8_NamesLineAndOffset()
    {
        byte[] bytes = [.. "<a>\r\n<b v=\""u8, 0xE9, .. "\"/></a>"u8];

        var problem = Refuse(bytes);

        Assert.Equal("The bytes at offset 11 are no character in UTF-8.", problem.Message);
        Assert.Equal((DiagnosticCodes.Malformed, File, 2, 7), (problem.Code, problem.File, problem.Line, problem.Column));
    }

    [Fact]
    public void Decode_InvalidUtf16_IsMalformed()
    {
        Assert.Equal(DiagnosticCodes.Malformed, Refuse([0x3C, 0, 0x61, 0, 0x3E]).Code);
        Assert.Equal(DiagnosticCodes.Malformed, Refuse([0x3C, 0, 0x00, 0xD8, 0x3E, 0]).Code);
    }

    [Fact]
    public void Decode_ByteThatAsciiLacks_IsMalformed()
    {
        byte[] bytes = [.. "<?xml version=\"1.0\" encoding=\"us-ascii\"?>\n<a v=\""u8, 0xE9, .. "\"/>"u8];

        Assert.Equal((DiagnosticCodes.Malformed, 2), (Refuse(bytes).Code, Refuse(bytes).Line));
    }

    [Fact]
    public void Decode_Nul_IsRefusedWithItsPlace()
    {
        var problem = Refuse("<a>\n\n \0</a>"u8);

        Assert.Equal("The file holds a NUL character, which XML does not allow.", problem.Message);
        Assert.Equal((3, 2), (problem.Line, problem.Column));
    }

    [Fact]
    public void Encode_CharacterTheEncodingLacks_BecomesAReference()
    {
        var latin = Decode("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a/>"u8);

        Assert.Equal("Stra\u00DFe &#x20AC; &#x1F600;", latin.Encodable("Straße € 😀"));
        Assert.Equal("<a v=\"&#x20AC;\"/>"u8, latin.Encode("<a v=\"€\"/>"));
        Assert.Equal("Straße € 😀", SourceText.NewFile.Encodable("Straße € 😀"));
    }

    [Fact]
    public void Encode_HalfACharacter_IsABug()
    {
        var ascii = Decode("<?xml version=\"1.0\" encoding=\"us-ascii\"?><a/>"u8);

        Assert.ThrowsAny<ArgumentException>(() => ascii.Encode("\uD800"));
        Assert.ThrowsAny<ArgumentException>(() => SourceText.NewFile.Encode("\uD800"));
    }

    private static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        var source = SourceText.Decode(bytes, File, out var problem);
        Assert.Null(problem);
        return source!;
    }

    private static Diagnostic Refuse(ReadOnlySpan<byte> bytes)
    {
        Assert.Null(SourceText.Decode(bytes, File, out var problem));
        return problem!;
    }
}

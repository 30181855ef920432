using CsCheck;
using SessionState.Engine.Text;

namespace SessionState.Engine.Tests.Text;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb\r\rc", 5, 4, 1)]
    [InlineData("ab\n", 3, 2, 1)]
    public void PositionOf_Offset_CountsLinesAsXmlDoes(string text, int offset, int line, int column) =>
        Assert.Equal(new TextPosition(line, column), new LineMap(text).PositionOf(offset));

    [Fact]
    public void OffsetOf_PositionOf_IsTheSameOffset() => Gen.OneOf("\r", "\n", "\r\n", "ab", "").Array[0, 20].Select(string.Concat).Sample(text =>
    {
        var map = new LineMap(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var place = map.PositionOf(offset);
            Assert.Equal(offset, map.OffsetOf(place.Line, place.Column));
        }
    });

    [Fact]
    public void Apply_OverlappingChanges_IsABrokenCaller() => Assert.Throws<ArgumentException>(
        () => TextChanges.Apply("abcd", [new(new(0, 2), "x"), new(new(1, 1), "y")]));

    [Fact]
    public void Apply_ChangesInAnyOrder_TouchesOnlyTheirSpans() =>
        Assert.Equal("Xb12d", TextChanges.Apply("abcd", [new(new(2, 1), "1"), new(new(0, 1), "X"), new(new(3, 0), "2")]));
}

using System.Globalization;
using System.Text;

namespace SessionState.Engine.Text;

/// <summary>Writes a character that an encoding lacks as an XML character reference, as in <c>&amp;#x20AC;</c>.</summary>
internal sealed class CharacterReferenceFallback : EncoderFallback
{
    public override int MaxCharCount => "&#x10FFFF;".Length;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string _reference = "";
        private int _next;

        public override int Remaining => _reference.Length - _next;

        public override bool Fallback(char charUnknown, int index) => !char.IsSurrogate(charUnknown)
            ? Write(charUnknown)
            : throw new ArgumentException($"Half a character (a lone surrogate) at {index} cannot be written.", nameof(charUnknown));

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) =>
            Write(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => Remaining > 0 ? _reference[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset() => (_reference, _next) = ("", 0);

        private bool Write(int codePoint)
        {
            (_reference, _next) = (string.Create(CultureInfo.InvariantCulture, $"&#x{codePoint:X};"), 0);
            return true;
        }
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LandLedger.Formats.GeoJson;

/// <summary>Reads some tokens. False asks for more bytes: the step is then run again from where it began.</summary>
internal delegate bool JsonStep(ref Utf8JsonReader reader);

/// <summary>
/// A window on a JSON text of any size. It holds what one step needs and no more: it moves on after each step and grows when a
/// single value does not fit. Several values after one another are accepted, with record separators (RFC 8142) or without.
/// </summary>
internal sealed class JsonWindow(Stream stream)
{
    /// <summary>The largest single feature, in bytes.</summary>
    public const int LargestValue = 256 * 1024 * 1024;

    private const int FirstBytes = 256 * 1024;
    private const byte RecordSeparator = 0x1E;
    private const int DeepestNesting = 64;

    private byte[] _buffer = new byte[FirstBytes];
    private int _start;
    private int _end;
    private int _checked;
    private int _line = 1;
    private bool _taken;
    private bool _last;
    private bool _opened;
    private bool _separated;
    private JsonReaderState _state = new(
        new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = DeepestNesting }
    );

    /// <summary>Whether all bytes so far were UTF-8.</summary>
    public bool IsUtf8 { get; private set; } = true;

    /// <summary>Whether there was nothing but blanks.</summary>
    public bool IsEmpty => !_taken && Bytes.Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>A single value is larger than <see cref="LargestValue"/>.</summary>
    public bool TooLarge { get; private set; }

    /// <summary>After a <see cref="JsonException"/>: the word at its place that other programs write for numbers that are none.</summary>
    public string? NotANumber { get; private set; }

    /// <summary>Bytes of the running step.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>1-based line of an offset in <see cref="Bytes"/>.</summary>
    public int LineAt(long offset) => _line + Bytes[..(int)offset].Count((byte)'\n');

    /// <summary>Runs one step; false at the end of the text.</summary>
    /// <exception cref="JsonException">The text is not JSON, with its 0-based line and byte.</exception>
    public bool Take(JsonStep step)
    {
        while (true)
        {
            if (_opened)
            {
                var reader = new Utf8JsonReader(Bytes, _last, _state);
                if (Run(step, ref reader))
                {
                    var used = (int)reader.BytesConsumed;
                    _line += _buffer.AsSpan(_start, used).Count((byte)'\n');
                    _start += used;
                    _taken = true;
                    _state = reader.CurrentState;
                    return true;
                }
            }
            if (_last || !Fill())
            {
                return false;
            }
        }
    }

    private bool Run(JsonStep step, ref Utf8JsonReader reader)
    {
        try
        {
            return step(ref reader);
        }
        catch (JsonException)
        {
            var rest = Bytes[(int)reader.BytesConsumed..].TrimStart(" \t\r\n,:"u8);
            NotANumber =
                rest.StartsWith("NaN"u8) ? "NaN"
                : rest.StartsWith("Infinity"u8) ? "Infinity"
                : rest.StartsWith("-Infinity"u8) ? "-Infinity"
                : null;
            throw;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _checked = Math.Max(0, _checked - _start);
            _start = 0;
        }
        if (_end == _buffer.Length)
        {
            if (_end >= LargestValue)
            {
                TooLarge = true;
                return false;
            }
            Array.Resize(ref _buffer, _end * 2);
        }
        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _last = read < _buffer.Length - _end;
        _end += read;
        Open();
        if (_separated)
        {
            _buffer.AsSpan(_end - read, read).Replace(RecordSeparator, (byte)' ');
        }
        Check();
        return true;
    }

    private void Open()
    {
        if (_opened)
        {
            return;
        }
        _opened = true;
        if (Bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            _start = Encoding.UTF8.Preamble.Length;
        }
        _separated = Bytes.Length > 0 && Bytes[0] == RecordSeparator;
    }

    private void Check()
    {
        var end = _end;
        if (!_last)
        {
            // A character may go on in the next bytes: leave its beginning for then.
            for (var back = 1; back <= 3 && end - back >= _checked; back++)
            {
                var value = _buffer[end - back];
                if (value >= 0xC0)
                {
                    end -= back;
                    break;
                }
                if (value < 0x80)
                {
                    break;
                }
            }
        }
        IsUtf8 = IsUtf8 && Utf8.IsValid(_buffer.AsSpan(_checked, end - _checked));
        _checked = end;
    }
}

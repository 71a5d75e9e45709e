using System.Text;

namespace LandLedger.Formats.Text;

/// <summary>
/// Lines of a text one after another in one buffer that is used again; a line ends with CR, LF or CRLF. A line longer than the
/// bound stops the reading, so that a file without line ends costs no memory.
/// </summary>
internal sealed class TextLines : IDisposable
{
    private readonly StreamReader _reader;
    private readonly char[] _buffer;
    private int _start;
    private int _length;
    private int _lineStart;
    private int _lineLength;
    private bool _afterCarriageReturn;
    private bool _ended;

    /// <summary>Reads from where the stream stands.</summary>
    /// <param name="stream">Is left open.</param>
    /// <param name="longest">Most characters a line may have.</param>
    public TextLines(Stream stream, Encoding encoding, int longest)
    {
        _reader = new(stream, encoding, detectEncodingFromByteOrderMarks: true, 16 * 1024, leaveOpen: true);
        _buffer = new char[longest + 1];
    }

    /// <summary>1-based number of the current line.</summary>
    public int Number { get; private set; }

    /// <summary>The current line is beyond the bound; there is no next one.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The current line without its end; may be written to, is gone with the next one.</summary>
    public Span<char> Current => _buffer.AsSpan(_lineStart, _lineLength);

    public bool Next()
    {
        if (TooLong)
            return false;
        if (_afterCarriageReturn)
        {
            _afterCarriageReturn = false;
            if ((_length > 0 || Fill()) && _buffer[_start] == '\n')
                Skip(1);
        }
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + searched, _length - searched).IndexOfAny('\r', '\n');
            if (end >= 0)
            {
                Take(searched + end);
                _afterCarriageReturn = _buffer[_start] == '\r';
                Skip(1);
                return true;
            }
            searched = _length;
            if (_length == _buffer.Length)
            {
                Number++;
                TooLong = true;
                (_lineStart, _lineLength) = (_start, _length);
                return false;
            }
            if (!Fill())
                break;
        }
        if (_length == 0)
            return false;
        Take(_length);
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private void Take(int length)
    {
        Number++;
        (_lineStart, _lineLength) = (_start, length);
        Skip(length);
        // GB18030 has a mark of its own that the reader leaves in place.
        if (Number == 1 && Current.StartsWith("\uFEFF"))
            (_lineStart, _lineLength) = (_lineStart + 1, _lineLength - 1);
    }

    private void Skip(int count)
    {
        _start += count;
        _length -= count;
    }

    private bool Fill()
    {
        if (_ended)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _length).CopyTo(_buffer);
            _start = 0;
        }
        var read = _reader.Read(_buffer, _length, _buffer.Length - _length);
        _length += read;
        _ended = read == 0;
        return read > 0;
    }
}

using System.Buffers;

namespace LandLedger.Formats.Tables;

/// <summary>A record of separated text is longer than any real one: its line ends got lost, or a quotation mark is open.</summary>
internal sealed class RecordTooLongException() : IOException("record over limit");

/// <summary>
/// Hands text on and stops when more than a limit goes by without a record, or a record has more cells than any: a parser keeps all of a
/// record in memory.
/// </summary>
internal sealed class BoundedText(TextReader inner, int limit, char separator) : TextReader
{
    /// <summary>More than the points of the largest outline, whose commas are counted where a quotation mark is astray.</summary>
    private const int MostCells = 1 << 20;

    private readonly SearchValues<char> _marks = SearchValues.Create(['"', separator, '\n']);
    private int _since;
    private int _cells;
    private bool _isQuoted;

    /// <summary>Whether the text was handed on to its end.</summary>
    public bool Ended { get; private set; }

    /// <summary>A record is done; what the parser has read ahead of it counts as the beginning of the next.</summary>
    public void Next() => _since = 0;

    public override int Peek() => inner.Peek();

    public override int Read() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = inner.Read(buffer);
        Ended |= count == 0 && buffer.Length > 0;
        _since += count;
        Count(buffer[..count]);
        return _since <= limit && _cells <= MostCells ? count : throw new RecordTooLongException();
    }

    private void Count(ReadOnlySpan<char> text)
    {
        while ((_isQuoted ? text.IndexOf('"') : text.IndexOfAny(_marks)) is var at and >= 0)
        {
            if (text[at] == '"')
                _isQuoted = !_isQuoted;
            else if (text[at] == '\n')
                _cells = 0;
            else if (++_cells > MostCells)
                return;
            text = text[(at + 1)..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

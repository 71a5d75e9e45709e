using System.Globalization;
using CsvHelper;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>Records of separated text with the line on which each begins.</summary>
internal sealed class CsvRecords(CsvParser parser, BoundedText text, char separator, string name) : IDisposable
{
    private int _lastLine;
    private bool _ended;

    public List<ImportIssue> Issues { get; } = [];

    /// <summary>Null at the end, or where the text cannot be split any further.</summary>
    public RawRow? Next()
    {
        if (_ended)
            return null;
        var line = _lastLine + 1;
        try
        {
            if (!parser.Read())
            {
                _ended = true;
                return null;
            }
        }
        catch (Exception e) when (e is MaxFieldSizeException or RecordTooLongException)
        {
            // Of a record over several lines a quotation mark is open; a single line has lost its ends.
            return End(parser.RawRow > line ? "row.quote" : "file.line-too-long", line);
        }
        text.Next();
        _lastLine = parser.RawRow;
        if (parser.Count > CellReference.MostColumns)
            return End("file.line-too-long", line);
        var cells = parser.Record!;
        var isUnended = text.Ended && parser.RawRecord[^1] is not ('\n' or '\r');
        if ((_lastLine > line || isUnended) && IsOpen(parser.RawRecord))
            return End(_lastLine > line ? "row.quote" : "row.cut", line);
        return new(line, cells) { IsUnended = isUnended };
    }

    public void Dispose() => parser.Dispose();

    private RawRow? End(string code, int line)
    {
        _ended = true;
        Issues.Add(FileIssue.Refuse(name, code, line));
        return null;
    }

    /// <summary>
    /// Whether a cell that begins with a quotation mark is not closed: it swallows the rest of the file. Marks inside other cells
    /// are letters.
    /// </summary>
    private bool IsOpen(string record)
    {
        var (begins, isQuoted, isOpen) = (true, false, false);
        foreach (var letter in record)
        {
            isQuoted |= begins && letter == '"';
            isOpen ^= isQuoted && letter == '"';
            begins = !isOpen && letter == separator;
            isQuoted &= !begins;
        }
        return isOpen;
    }
}

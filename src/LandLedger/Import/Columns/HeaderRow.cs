using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>A block of cells that a workbook shows as one: 0-based, both ends inclusive.</summary>
public readonly record struct CellSpan(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>Where the header of a table stands among its first rows, and what it says.</summary>
/// <param name="First">0-based row.</param>
/// <param name="Count">Header rows, 1 to 3; data begins at First + Count.</param>
/// <param name="Heading">Texts of the cells above the header.</param>
public sealed record HeaderRow(int First, int Count, IReadOnlyList<RawColumn> Columns, IReadOnlyList<string> Heading)
{
    /// <summary>How many rows of a file are worth looking at.</summary>
    public const int Sample = 40;

    private const int MostRows = 3;

    private static readonly Lazy<TitleIndex[]> Indexes = new(() => [.. Layouts.All.Select(x => new TitleIndex(x))]);

    /// <summary>
    /// The rows that hold most titles known to a built-in layout; where none is known, the first row that is filled like a header.
    /// Null when all rows are blank.
    /// </summary>
    /// <param name="rows">The first rows of the table.</param>
    /// <param name="merges">Merged blocks among them.</param>
    public static HeaderRow? Find(IReadOnlyList<string?[]> rows, IReadOnlyList<CellSpan> merges)
    {
        var filled = Fill(rows, merges);
        HeaderRow? best = null;
        var most = 1;
        // Fewer header rows first, so that a title line above or a record below joins in only where it makes more titles known.
        for (var count = 1; count <= MostRows; count++)
        {
            for (var first = 0; first + count <= filled.Length; first++)
            {
                var titles = Titles(filled, first, count);
                var known = titles.Where((_, column) => !IsGroup(filled, rows, first + count - 1, column)).Sum(Score);
                if (known <= most)
                    continue;
                most = known;
                best = Of(filled, first, count, titles);
            }
        }
        return best ?? ByShape(filled);
    }

    private static HeaderRow? ByShape(string?[][] rows)
    {
        var width = rows.Length == 0 ? 0 : rows.Max(Filled);
        if (width == 0)
            return null;
        var first = Array.FindIndex(rows, row => Filled(row) * 10 >= width * 6 && IsTitles(row));
        if (first < 0)
            first = Array.FindIndex(rows, row => Filled(row) == width);
        return Of(rows, first, 1, Titles(rows, first, 1));
    }

    private static HeaderRow Of(string?[][] rows, int first, int count, string[] titles) =>
        new(
            first,
            count,
            [.. titles.Select((title, index) => new RawColumn(title, index))],
            [.. rows.Take(first).SelectMany(row => row).OfType<string>().Where(x => !CellText.IsBlank(x)).Distinct()]
        );

    /// <summary>A cell that stands over several titles of the next row is no title itself.</summary>
    private static bool IsGroup(string?[][] filled, IReadOnlyList<string?[]> rows, int row, int column)
    {
        if (row + 1 >= filled.Length || Cell(filled, row, column) is not { Length: > 0 } text)
            return false;
        var (left, right) = (column, column);
        while (left > 0 && Cell(rows, row, left).Length == 0)
            left--;
        // Merged cells repeat their text, unmerged ones leave the rest of the group blank.
        while (
            right + 1 < rows[row + 1].Length
            && Cell(rows, row, right + 1).Length == 0
            && Cell(filled, row, right + 1) is var next
            && (next.Length == 0 || next == text)
            && Cell(rows, row + 1, right + 1).Length > 0
        )
            right++;
        for (var i = left; i <= right; i++)
        {
            if (Cell(rows, row + 1, i) is not { Length: > 0 } below || NumberText.TryRead(below, out _))
                return false;
        }
        return right > left;
    }

    /// <summary>
    /// Two for a title that a layout knows, or whose group says that it is something else; one more each for a unit, and for a group or a year
    /// that only this many rows tell.
    /// </summary>
    private static int Score(string title)
    {
        if (title.Length == 0)
            return 0;
        var split = TitleText.Of(title);
        foreach (var index in Indexes.Value)
        {
            if (index.Find(title, split, out var grouped).Count > 0 || grouped)
                return 2 + (split.Unit is null ? 0 : 1) + (grouped ? 1 : 0) + (split.Year is null ? 0 : 1);
        }
        return 0;
    }

    /// <summary>The rows run together, column by column; a blank above a title takes the title of its group from the left.</summary>
    private static string[] Titles(string?[][] rows, int first, int count)
    {
        var width = rows.Skip(first).Take(count).Max(row => row.Length);
        var titles = new string[width];
        for (var column = 0; column < width; column++)
        {
            var parts = new List<string>(count);
            for (var row = first; row < first + count; row++)
            {
                var part = Part(rows, first, count, row, column);
                if (part.Length > 0 && (parts.Count == 0 || parts[^1] != part))
                    parts.Add(part);
            }
            titles[column] = string.Join('/', parts);
        }
        return titles;
    }

    private static string Part(string?[][] rows, int first, int count, int row, int column)
    {
        var own = Cell(rows, row, column);
        if (row == first + count - 1)
            return own;
        if (IsTitleOfOther(rows[row]))
            return "";
        if (own.Length > 0)
            return own;
        for (var left = column; left > 0 && Cell(rows, row + 1, left).Length > 0; left--)
        {
            if (Cell(rows, row, left - 1) is { Length: > 0 } group)
                return Cell(rows, row + 1, left - 1).Length > 0 ? group : "";
        }
        return "";
    }

    /// <summary>A line over the whole table says what the table is of, and of no column that it is something else.</summary>
    private static bool IsTitleOfOther(string?[] row) =>
        row.Where(cell => !CellText.IsBlank(cell)).Distinct(StringComparer.Ordinal).ToList() is [{ } only]
        && Words.IsOtherGroup(only);

    private static string Cell(IReadOnlyList<string?[]> rows, int row, int column) =>
        column < rows[row].Length && rows[row][column] is { } text ? OneLine(text) : "";

    /// <summary>Titles are broken into lines for narrow columns; the break says nothing.</summary>
    private static string OneLine(string text) =>
        CellText.Trim(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));

    private static int Filled(string?[] row) => row.Count(cell => !CellText.IsBlank(cell));

    private static bool IsTitles(string?[] row)
    {
        var cells = row.OfType<string>().Where(cell => !CellText.IsBlank(cell)).Select(x => CellText.Plain(x)).ToList();
        return cells.Distinct(StringComparer.Ordinal).Count() == cells.Count
            && cells.TrueForAll(cell =>
                !NumberText.TryRead(cell, out _) && DateText.Read(cell, out _) == DateReading.Invalid
            );
    }

    private static string?[][] Fill(IReadOnlyList<string?[]> rows, IReadOnlyList<CellSpan> merges)
    {
        string?[][] filled = [.. rows.Select(row => (string?[])row.Clone())];
        foreach (var span in merges)
        {
            if (span.FirstRow >= filled.Length || span.FirstColumn >= filled[span.FirstRow].Length)
                continue;
            var value = filled[span.FirstRow][span.FirstColumn];
            for (var row = span.FirstRow; row <= span.LastRow && row < filled.Length; row++)
            {
                for (var column = span.FirstColumn; column <= span.LastColumn && column < filled[row].Length; column++)
                    filled[row][column] = value;
            }
        }
        return filled;
    }
}

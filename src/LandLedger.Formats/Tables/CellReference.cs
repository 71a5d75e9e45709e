using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tables;

/// <summary>"B5" and "A1:C3" as 0-based numbers.</summary>
internal static class CellReference
{
    public const int MostColumns = 16_384;

    /// <summary>Column of a cell; -1 for a text that names none.</summary>
    public static int Column(ReadOnlySpan<char> reference) => Read(ref reference, out _) is var column ? column : -1;

    public static CellSpan? Span(ReadOnlySpan<char> reference)
    {
        var left = Read(ref reference, out var top);
        if (reference.IsEmpty || reference[0] != ':')
            return null;
        reference = reference[1..];
        var right = Read(ref reference, out var bottom);
        return left < 0 || top < 0 || right < left || bottom < top ? null : new(top, left, bottom, right);
    }

    private static int Read(ref ReadOnlySpan<char> reference, out int row)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && column <= MostColumns; at++)
            column = column * 26 + reference[at] - 'A' + 1;
        row = 0;
        for (; at < reference.Length && char.IsAsciiDigit(reference[at]) && row < 100_000_000; at++)
            row = row * 10 + reference[at] - '0';
        row--;
        reference = reference[at..];
        return column is 0 or > MostColumns ? -1 : column - 1;
    }
}

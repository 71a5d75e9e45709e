using LandLedger.Import.Cells;

namespace LandLedger.Import;

/// <summary>The units that the lines above a header state for the whole table: "单位：万元、亩".</summary>
internal static class HeadingUnits
{
    private const string Mark = "单位";
    private static readonly char[] Between = ['、', ',', ';', '，', '；', '和', '|'];

    public static IReadOnlyList<FileUnit> Of(IReadOnlyList<string> heading)
    {
        var units = new List<FileUnit>();
        foreach (var text in heading)
        {
            var plain = CellText.Plain(text);
            for (
                var at = plain.IndexOf(Mark, StringComparison.Ordinal);
                at >= 0;
                at = plain.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal)
            )
            {
                Read(plain.AsSpan(at + Mark.Length), units);
            }
        }
        return units;
    }

    /// <summary>填报单位：某某园区 states no unit: reading stops at the first word that is none.</summary>
    private static void Read(ReadOnlySpan<char> list, List<FileUnit> units)
    {
        list = list.TrimStart(":为是");
        var end = list.IndexOfAny(")]");
        if (end >= 0)
            list = list[..end];
        foreach (var range in list.SplitAny(Between))
        {
            var part = list[range];
            if (FileUnit.Named(part) is { } unit)
                units.Add(unit);
            else if (part.LastIndexOf(':') is var colon and >= 0 && FileUnit.Named(part[(colon + 1)..]) is { } named)
                units.Add(named);
            else
                break;
        }
    }
}

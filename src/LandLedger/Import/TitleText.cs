using LandLedger.Import.Cells;

namespace LandLedger.Import;

/// <summary>A column title taken apart: the name in plain form and the unit that it states.</summary>
/// <param name="Name">Narrow, lower case, without blanks, marks for "required" and unit.</param>
/// <param name="Unit">From "面积（亩）", "出让金额/万元", "面积:公顷"; null when the title states none.</param>
/// <param name="Year">From "2023年税收", "税收(2023年)", "2023年度/税收"; null when the title names none.</param>
internal sealed record TitleText(string Name, FileUnit? Unit, int? Year = null)
{
    private static readonly string[] Marks = ["(必填)", "[必填]", "(选填)", "(required)", "(*)", "*"];

    public static TitleText Of(string title)
    {
        var name = CellText.Plain(title);
        foreach (var mark in Marks)
        {
            if (name.Length > mark.Length)
                name = name.Replace(mark, "", StringComparison.Ordinal);
        }
        name = name.TrimEnd(':');
        var year = TitleYear.Take(ref name);
        return (Bracketed(name) ?? Behind(name) ?? new(name, null)) with { Year = year };
    }

    /// <summary>
    /// A unit in the last pair of brackets, alone or beside the currency ("万元,人民币"); "单位:" inside them is passed over. Other
    /// brackets belong to the name.
    /// </summary>
    private static TitleText? Bracketed(string name)
    {
        if (name.Length < 3 || name[^1] is not (')' or ']'))
            return null;
        var open = name.LastIndexOfAny(['(', '[']);
        if (open < 1)
            return null;
        var inside = name.AsSpan(open + 1, name.Length - open - 2);
        if (IsCurrency(inside))
            return Bracketed(name[..open]);
        if (inside.StartsWith("单位"))
            inside = inside["单位".Length..].TrimStart(':');
        return (UnitOf(inside) ?? BesideCurrency(inside)) is { } unit ? new(name[..open], unit) : null;
    }

    private static FileUnit? BesideCurrency(ReadOnlySpan<char> inside)
    {
        var comma = inside.IndexOfAny(",、;/");
        if (comma < 0)
            return null;
        var left = inside[..comma];
        var right = inside[(comma + 1)..];
        return IsCurrency(right) ? UnitOf(left)
            : IsCurrency(left) ? UnitOf(right)
            : null;
    }

    private static bool IsCurrency(ReadOnlySpan<char> text) => text is "人民币" or "rmb" or "cny";

    private static TitleText? Behind(string name)
    {
        for (var at = name.IndexOfAny(['/', ':', ',', '_']); at > 0; at = Next(name, at))
        {
            if (UnitOf(name.AsSpan(at + 1)) is { } unit)
                return new(name[..at], unit);
        }
        return null;
    }

    private static int Next(string name, int at)
    {
        var next = name.AsSpan(at + 1).IndexOfAny("/:,_");
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>Units by name or sign only: a plain word such as "year" or "count" behind a bar is part of the name.</summary>
    private static FileUnit? UnitOf(ReadOnlySpan<char> text) =>
        FileUnit.Named(text) is { } unit
        && unit.Unit is not (LandLedger.Unit.Count or LandLedger.Unit.Ratio or LandLedger.Unit.Year)
            ? unit
            : null;
}

using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>A column title taken apart: the name in plain form and the unit that it states.</summary>
/// <param name="Name">Narrow, lower case, without blanks, marks for "required" and unit.</param>
/// <param name="Unit">From "面积（亩）", "出让金额/万元", "面积:公顷"; null when the title states none.</param>
/// <param name="Year">From "2023年税收", "税收(2023年)", "2023年度/税收"; null when the title names none.</param>
internal sealed record TitleText(string Name, FileUnit? Unit, int? Year = null)
{
    /// <summary>What stands beside the unit, "不含税" of "金额（万元，不含税）"; nobody reads it, so it is told.</summary>
    public string? Remark { get; init; }

    private static readonly string[] Periods = ["年", "年度", "每年", "a", "year"];

    /// <summary>Last letters of what can only be a unit or a currency.</summary>
    private const string OtherEnds = "元币顷米吨%";

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
    /// A unit in the last pair of brackets, alone, beside the currency ("万元,人民币"), by the year ("万元/年") or beside a remark
    /// ("万元,不含税"); "单位:" inside them is passed over. Other brackets belong to the name.
    /// </summary>
    private static TitleText? Bracketed(string name)
    {
        if (name.Length < 3 || name[^1] is not (')' or ']'))
            return null;
        var open = name.LastIndexOfAny(['(', '[']);
        if (open < 1)
            return null;
        var inside = name[(open + 1)..^1];
        if (IsCurrency(inside))
            return Bracketed(name[..open]);
        if (inside.StartsWith("单位", StringComparison.Ordinal))
            inside = inside["单位".Length..].TrimStart(':');
        return (UnitOf(inside) ?? WordOf(inside)) is { } unit
            ? new(name[..open], unit)
            : BesideRemark(name[..open], inside);
    }

    /// <summary>Just one part of what the brackets hold is a unit, and no other changes what the figure is.</summary>
    private static TitleText? BesideRemark(string name, string inside)
    {
        FileUnit? unit = null;
        var remarks = new List<string>();
        foreach (var part in inside.Split([',', '、', ';', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (stated, remark) = UnitAndPeriod(part);
            if (stated is not null && unit is not null)
                return null;
            unit ??= stated;
            if (remark.Length > 0 && !IsCurrency(remark))
                remarks.Add(remark);
        }
        return unit is null || remarks.Exists(IsOther)
            ? null
            : new(name, unit) { Remark = remarks.Count > 0 ? string.Join(',', remarks) : null };
    }

    /// <summary>"万元/年" is an amount and a remark, "万元/人民币" and "人民币/万元" an amount; "万元/人" is none of ours.</summary>
    private static (FileUnit? Unit, string Remark) UnitAndPeriod(string part)
    {
        if (UnitOf(part) is { } whole)
            return (whole, "");
        var bar = part.LastIndexOf('/');
        if (bar < 0)
            return (null, part);
        var (left, right) = (part[..bar], part[(bar + 1)..]);
        return Array.IndexOf(Periods, right) >= 0 || IsCurrency(right) ? (UnitOf(left), right)
            : IsCurrency(left) ? (UnitOf(right), left)
            : (null, part);
    }

    /// <summary>Whether a remark makes another figure of the column: planned instead of real, or in another currency or unit.</summary>
    private static bool IsOther(string remark) =>
        remark.Contains('/', StringComparison.Ordinal)
        || OtherEnds.Contains(remark[^1])
        || Words.Groups.Any(word => remark.Contains(word, StringComparison.Ordinal))
        || Words.IsOtherGroup(remark);

    private static bool IsCurrency(string text) => text is "人民币" or "rmb" or "cny";

    /// <summary>"price/万元", "stated_mu"; the mu of "agreed_tax_per_mu" is what the figure is divided by.</summary>
    private static TitleText? Behind(string name)
    {
        for (var at = name.IndexOfAny(['/', ':', ',', '_']); at > 0; at = Next(name, at))
        {
            if (UnitOf(name.AsSpan(at + 1)) is { } unit && !name.AsSpan(0, at).EndsWith("per"))
                return new(name[..at], unit);
        }
        return null;
    }

    private static int Next(string name, int at)
    {
        var next = name.AsSpan(at + 1).IndexOfAny("/:,_");
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>年, 根 and the like stand for units where brackets hold nothing else.</summary>
    private static FileUnit? WordOf(string inside) =>
        inside.Length > 0 && !char.IsAscii(inside[0]) ? FileUnit.Named(inside) : null;

    /// <summary>Units by name or sign only: a plain word such as "year" or "count" behind a bar is part of the name.</summary>
    private static FileUnit? UnitOf(ReadOnlySpan<char> text) =>
        FileUnit.Named(text) is { } unit
        && unit.Unit is not (LandLedger.Unit.Count or LandLedger.Unit.Ratio or LandLedger.Unit.Year)
            ? unit
            : null;
}

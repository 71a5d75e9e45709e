using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>What a heading says around the word 单位: behind it "：公顷、万元    填报日期：…", before it "面积以公顷为单位".</summary>
/// <param name="Units">In order; a unit per mu may be two units with a bar between them.</param>
/// <param name="IsWhole">False when units are meant and one of them is unknown, or could be meant otherwise.</param>
internal readonly record struct UnitStatement(IReadOnlyList<FileUnit> Units, bool IsWhole)
{
    private const string ListMarks = "、,;/|和及与+";
    private const string PassedMarks = ":()[]。";
    private const string Blanks = " \t\r\n\u00A0\u3000";

    /// <summary>Last letters of what can only be a unit, known or not: 百元, 顷, 平方分米 …</summary>
    private const string UnitEnds = "元亩顷米里度时%";

    public static bool EndsLikeUnit(ReadOnlySpan<char> word) => UnitEnds.Contains(word[^1]);

    /// <summary>Last letters of offices, which 单位 means as well.</summary>
    private const string OfficeEnds = "局委会府办所心司部厅院处科站区园镇乡县市村队团厂店校";

    /// <summary>What a unit is said of: 面积单位, "单位：面积公顷、金额万元".</summary>
    private static readonly string[] Quantities =
    [
        "计量",
        "度量",
        "计价",
        "货币",
        "面积",
        "金额",
        "价款",
        "价格",
        "投资",
        "资金",
        "税收",
        "产值",
        "用电",
        "人民币",
        "为",
    ];

    private static readonly UnitStatement Nothing = new([], IsWhole: true);

    /// <summary>Reads what stands about one word for "unit".</summary>
    /// <param name="before">The text before the word, narrow and in lower case.</param>
    /// <param name="behind">The text behind it up to the next such word.</param>
    /// <param name="isLast">Whether nothing follows; otherwise what precedes the next word (填报, 金额) ends the text.</param>
    public static UnitStatement Of(string before, string behind, bool isLast)
    {
        if (before.EndsWith('为') && before.LastIndexOf('以') is var from and >= 0)
        {
            var said = FileUnit.Named(CellText.Plain(before.AsSpan(from + 1)[..^1]));
            return said is null ? new([], IsWhole: false) : new([said], IsWhole: true);
        }
        var (units, unread) = Read(isLast ? behind : behind[..^LastWord(behind).Length]);
        if (units.Count > 0)
            return new(units, unread is null);
        var label = Label(before);
        var meant =
            Array.Exists(Quantities, word => label.EndsWith(word, StringComparison.Ordinal))
            || (label.Length == 0 && behind.StartsWith(':') && unread is not null && !OfficeEnds.Contains(unread[^1]));
        return meant && unread is not null ? new([], IsWhole: false) : Nothing;
    }

    /// <summary>What kind of 单位 it is: 填报单位, "填 报 单 位", "reporting unit"; blank where the word stands alone.</summary>
    private static string Label(string before)
    {
        var label = LastWord(before);
        if (label.Length > 0 || before.Length < 2)
            return label;
        var last = LastWord(before[..^1]);
        return last.Length == 1 || last.All(char.IsAsciiLetter) ? last : "";
    }

    private static string LastWord(string text) =>
        text[(1 + text.AsSpan().LastIndexOfAny(ListMarks + PassedMarks + Blanks))..];

    /// <summary>The units of a list, and the word in it that is none or that says two things; null where other text follows.</summary>
    private static (List<FileUnit> Units, string? Unread) Read(string text)
    {
        var units = new List<FileUnit>();
        string? unclear = null;
        var listed = true;
        for (var at = 0; at < text.Length; )
        {
            if (IsMark(text[at]))
            {
                listed |= ListMarks.Contains(text[at++]);
                continue;
            }
            var rest = text.AsSpan(at);
            var end = rest.IndexOfAny(ListMarks + PassedMarks + Blanks);
            var word = (end < 0 ? rest : rest[..end]).ToString();
            if (FileUnit.Leading(rest, out var length) is { } unit && (length == rest.Length || IsMark(rest[length])))
            {
                units.Add(unit);
                if (rest[..length].Contains('/'))
                    unclear = rest[..length].ToString();
                at += length;
                listed = false;
            }
            else if (Array.Find(Quantities, quantity => word.StartsWith(quantity, StringComparison.Ordinal)) is { } of)
            {
                at += of.Length;
                listed = true;
            }
            else
            {
                var isLabel = end >= 0 && rest[end] == ':';
                return (units, !isLabel && (listed || EndsLikeUnit(word)) ? word : unclear);
            }
        }
        return (units, unclear);
    }

    private static bool IsMark(char letter) =>
        ListMarks.Contains(letter) || PassedMarks.Contains(letter) || CellText.IsBlank(letter);
}

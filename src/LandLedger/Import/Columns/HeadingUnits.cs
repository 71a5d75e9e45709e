using System.Text.RegularExpressions;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>The units that the lines above a header state for the whole table: "单位：万元、亩", "Units: ha, 10,000 yuan".</summary>
/// <param name="Units">At most one of each kind.</param>
/// <param name="Unread">Texts as written that say something unknown of units, or two units of one kind.</param>
internal sealed partial record HeadingUnits(IReadOnlyList<FileUnit> Units, IReadOnlyList<string> Unread)
{
    /// <summary>The unit that a heading states for facts of this kind, or null.</summary>
    public FileUnit? For(Unit unit)
    {
        foreach (var stated in Units)
        {
            if (stated.For(unit) is { } found)
                return found;
        }
        return null;
    }

    public static HeadingUnits Of(IReadOnlyList<string> heading)
    {
        var said = new List<(FileUnit Unit, string Text)>();
        var unread = new List<string>();
        for (var i = 0; i < heading.Count; i++)
        {
            var text = Narrow(heading[i]);
            var words = AWord().Matches(text);
            for (var word = 0; word < words.Count; word++)
            {
                if (words[word].Groups["counted"] is { Success: true } counted)
                {
                    if (FileUnit.Named(CellText.Plain(counted.ValueSpan)) is { } named)
                        said.Add((named, heading[i]));
                    else if (UnitStatement.EndsLikeUnit(counted.ValueSpan))
                        unread.Add(heading[i]);
                    continue;
                }
                var last = word + 1 == words.Count;
                var behind = text[
                    (words[word].Index + words[word].Length)..(last ? text.Length : words[word + 1].Index)
                ];
                if (behind.Trim(':', ' ').Length == 0 && last && i + 1 < heading.Count)
                    behind = ":" + Narrow(heading[i + 1]);
                var statement = UnitStatement.Of(text[..words[word].Index], behind, isLast: last);
                said.AddRange(statement.Units.Select(unit => (unit, heading[i])));
                // Behind 面积 may stand an area as well as a unit.
                if (!statement.IsWhole && !words[word].Groups["quantity"].Success)
                    unread.Add(heading[i]);
            }
        }
        var kinds = said.GroupBy(stated => stated.Unit.Unit)
            .ToLookup(kind => kind.Select(stated => stated.Unit).Distinct().Count() == 1);
        return new(
            [.. kinds[true].Select(kind => kind.First().Unit)],
            [.. unread.Concat(kinds[false].SelectMany(kind => kind).Select(stated => stated.Text)).Distinct()]
        );
    }

    private static string Narrow(string text) => CellText.Narrow(text).ToLowerInvariant();

    [GeneratedRegex(
        @"单\s*位|\bunits?\b|(?<quantity>面积|金额|价款|价格|投资|资金)(?=\s*:)|以(?<counted>[^以计]{1,8})计"
    )]
    private static partial Regex AWord();
}

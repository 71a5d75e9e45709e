using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Lists;

/// <summary>The articles that a list rests on, each with how far it was verified.</summary>
internal static class XlsxLaw
{
    private static readonly string[] Titles = ["use", "instrument", "number", "issuer", "article", "trust"];

    public static void Write(SheetWriter sheet, DisposalList list)
    {
        string[] titles = [.. Titles.Select(title => list.Texts["list.law." + title])];
        var rows = list
            .Rows.SelectMany(References)
            .GroupBy(reference => (reference.Key, reference.Clause.Instrument, reference.Clause.Article))
            .Select(group =>
                Cells(list.Texts, group.Key.Key, [.. group.Select(x => x.Clause).Distinct()], group.First().Rules)
            )
            .ToList();
        var widths = new ColumnWidths(titles.Length);
        for (var i = 0; i < titles.Length; i++)
        {
            widths.FitTitle(i, titles[i]);
            foreach (var row in rows)
                widths.Fit(i, row[i]);
        }
        sheet.Open(widths.All, frozenRows: 1);
        sheet.Row(widths.Lines(titles));
        foreach (var title in titles)
            sheet.Text(title, SheetStyle.Header);
        foreach (var row in rows)
        {
            sheet.Row(widths.Lines(row));
            foreach (var cell in row)
                sheet.Text(cell, SheetStyle.Wrapped);
        }
        sheet.Close();
    }

    private static IEnumerable<(string Key, LawReference Clause, RuleSet Rules)> References(DisposalRow row)
    {
        var rules = row.Evaluation.Rules;
        foreach (var (rule, clause) in Reason.Clauses(row))
            yield return ("rule." + rule, clause, rules);
        foreach (var measure in row.Evaluation.Measures)
            yield return ("measure." + Codes.Of(measure.Kind), measure.Clause, rules);
    }

    /// <summary>One line; a place of law stands in it once, with each mark of trust that it has for some plot.</summary>
    private static string?[] Cells(Texts texts, string key, LawReference[] places, RuleSet rules)
    {
        var clause = places[0];
        var instrument = rules.Instruments.GetValueOrDefault(clause.Instrument);
        var tag = texts.Tag;
        return
        [
            texts.Find(key) ?? key,
            instrument?.Title[tag] ?? clause.Instrument,
            instrument?.Number[tag],
            instrument?.Issuer[tag],
            Sentence.Article(clause, texts),
            string.Join(
                texts["list.semicolon"],
                places.Select(place => texts["trust." + Codes.Of(place.Trust)]).Order(StringComparer.Ordinal)
            ),
        ];
    }
}

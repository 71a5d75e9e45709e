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
        var texts = list.Texts;
        sheet.Open([36, 40, 24, 24, 12, 30], frozenRows: 1);
        sheet.Row();
        foreach (var title in Titles)
            sheet.Text(texts["list.law." + title], SheetStyle.Header);
        var seen = new HashSet<(string, LawReference)>();
        foreach (var (key, clause, rules) in list.Rows.SelectMany(References))
        {
            if (seen.Add((key, clause)))
                WriteRow(sheet, texts, key, clause, rules);
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

    private static void WriteRow(SheetWriter sheet, Texts texts, string key, LawReference clause, RuleSet rules)
    {
        var instrument = rules.Instruments.GetValueOrDefault(clause.Instrument);
        var tag = texts.Language == Language.Chinese ? "zh" : "en";
        sheet.Row();
        sheet.Text(texts.Find(key) ?? key);
        sheet.Text(instrument?.Title[tag] ?? clause.Instrument, SheetStyle.Wrapped);
        sheet.Text(instrument?.Number[tag]);
        sheet.Text(instrument?.Issuer[tag]);
        sheet.Text(Sentence.Article(clause, texts));
        sheet.Text(texts["trust." + Codes.Of(clause.Trust)]);
    }
}

using System.Text;
using LandLedger.Rules;

namespace LandLedger.Formats.Dictionary;

/// <summary>Pieces of a Markdown page that says everything in Chinese and English.</summary>
internal static class BilingualPage
{
    public static StringBuilder Section(StringBuilder page, string key) =>
        page.Append("\n## ").Append(Both(key)).Append("\n\n");

    public static void Row(StringBuilder page, params IEnumerable<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public static void Rule(StringBuilder page, int columns) =>
        page.Append('|').Insert(page.Length, "---|", columns).Append('\n');

    /// <summary>Both languages in one line.</summary>
    public static string Both(string key) => Pair(Texts.Chinese[key], Texts.English[key]);

    public static string Lines(string key) => $"{Texts.Chinese[key]}\n\n{Texts.English[key]}\n";

    public static string Pair(string chinese, string english) =>
        chinese == english ? Escaped(chinese) : $"{Escaped(chinese)} {Escaped(english)}";

    /// <summary>Instrument and article of a clause.</summary>
    public static string Source(LawReference clause, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var title = instruments.GetValueOrDefault(clause.Instrument)?.Title;
        return Pair(
            (title?["zh"] ?? clause.Instrument) + Sentence.Article(clause, Texts.Chinese),
            (title?["en"] ?? clause.Instrument) + ", " + Sentence.Article(clause, Texts.English)
        );
    }

    public static string Mark(string text) => text.Contains('`') ? Escaped(text) : $"`{Escaped(text)}`";

    public static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

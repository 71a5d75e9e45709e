using System.Globalization;
using LandLedger.Fields;

namespace LandLedger;

/// <summary>
/// A fact as people read it: days as 2023年3月1日 or 2023-03-01, mu to two decimals, shares in percent, money with thousands and
/// its unit, codes by their word (<c>word.CODE</c>). Half up; decimals are given by the caller where two figures must differ.
/// </summary>
internal static class FactText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] UnitKeys = [.. Enum.GetValues<Unit>().Select(unit => "unit." + CodeText.Of(unit))];

    public static string Of(Fact fact, Texts texts, int decimals = 2) =>
        fact.Kind switch
        {
            FactKind.Number => OfNumber(fact.Number!.Value, fact.Unit, texts, decimals),
            FactKind.Date => Day(fact.Date!.Value, texts),
            FactKind.Flag => texts[fact.Flag == true ? "word.yes" : "word.no"],
            FactKind.Text => texts.Find("word." + fact.Text) ?? fact.Text!,
            _ => texts["word.unknown"],
        };

    /// <summary>The same as part of a sentence.</summary>
    public static void Append(ref Draft sentence, Fact fact, Texts texts, int decimals)
    {
        if (fact.Kind != FactKind.Date || texts.Language != Language.Chinese)
        {
            sentence.Append(Of(fact, texts, decimals));
            return;
        }
        fact.Date!.Value.Deconstruct(out var year, out var month, out var day);
        sentence.Append(year);
        sentence.Append("年");
        sentence.Append(month);
        sentence.Append("月");
        sentence.Append(day);
        sentence.Append("日");
    }

    public static string Day(DateOnly day, Texts texts) =>
        texts.Language == Language.Chinese
            ? string.Create(Invariant, $"{day.Year}年{day.Month}月{day.Day}日")
            : day.ToString("yyyy-MM-dd", Invariant);

    /// <summary>Decimals at which two different numbers also look different: at least two, at most eight.</summary>
    public static int Apart(Fact left, Fact right)
    {
        if (left.Number is not { } one || right.Number is not { } other || one == other)
            return 2;
        for (var decimals = 2; decimals < 8; decimals++)
        {
            // A share is shown in percent, two decimals further on.
            var shown = left.Unit == Unit.Share ? decimals + 2 : decimals;
            if (Rounding.HalfUp(one, shown) != Rounding.HalfUp(other, shown))
                return decimals;
        }
        return 8;
    }

    private static string OfNumber(decimal number, Unit unit, Texts texts, int decimals) =>
        unit switch
        {
            Unit.Share => IsThird(number) ? texts["word.one-third"] : Plain(number * 100, decimals) + "%",
            Unit.Mu => WithUnit(Rounding.HalfUp(number, decimals).ToString("N" + decimals, Invariant), unit, texts),
            Unit.None or Unit.Ratio => Plain(number, decimals),
            _ => WithUnit(Plain(number, decimals), unit, texts),
        };

    private static string Plain(decimal number, int decimals) =>
        Rounding.HalfUp(number, decimals).ToString("#,##0." + new string('#', decimals), Invariant);

    private static string WithUnit(string number, Unit unit, Texts texts) =>
        texts.Fill(UnitKeys[(int)unit], _ => number);

    /// <summary>Also a third of 15 digits, as stores keep it.</summary>
    private static bool IsThird(decimal number) => number is OneThird or 1m / 3m;

    private const decimal OneThird = 0.333333333333333m;
}

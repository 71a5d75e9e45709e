using System.Globalization;
using LandLedger.Fields;

namespace LandLedger;

/// <summary>
/// A fact as people read it: days as 2023年3月1日 or 2023-03-01, mu to two decimals, shares in percent, money with thousands and
/// its unit, codes by their word (<c>word.CODE</c>). Half up; decimals are given by the caller where two figures must differ.
/// </summary>
internal static class FactText
{
    private static readonly string[] UnitKeys = [.. Enum.GetValues<Unit>().Select(unit => "unit." + CodeText.Of(unit))];

    public static string Of(Fact fact, Texts texts, int decimals = 2)
    {
        var text = new Draft();
        Append(ref text, fact, texts, decimals);
        return text.ToText();
    }

    public static string Day(DateOnly day, Texts texts) => Of(Fact.Of(day), texts);

    /// <summary>The same as part of a sentence.</summary>
    public static void Append(ref Draft sentence, Fact fact, Texts texts, int decimals)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                Append(ref sentence, fact.Number!.Value, fact.Unit, texts, decimals);
                break;
            case FactKind.Date:
                Append(ref sentence, fact.Date!.Value, texts);
                break;
            case FactKind.Flag:
                sentence.Append(texts[fact.Flag == true ? "word.yes" : "word.no"]);
                break;
            case FactKind.Text:
                sentence.Append(texts.Find("word." + fact.Text) ?? fact.Text);
                break;
            default:
                sentence.Append(texts["word.unknown"]);
                break;
        }
    }

    /// <summary>Decimals at which two different numbers also look different: at least two.</summary>
    public static int Apart(Fact left, Fact right)
    {
        if (left.Number is not { } one || right.Number is not { } other)
            return 2;
        // A share is shown in percent, two decimals further on.
        return left.Unit == Unit.Share ? Rounding.Apart(one, other, 4) - 2 : Rounding.Apart(one, other, 2);
    }

    private static void Append(ref Draft sentence, DateOnly day, Texts texts)
    {
        if (texts.Language != Language.Chinese)
        {
            sentence.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return;
        }
        var (year, month, date) = day;
        sentence.Append(year);
        sentence.Append("年");
        sentence.Append(month);
        sentence.Append("月");
        sentence.Append(date);
        sentence.Append("日");
    }

    private static void Append(ref Draft sentence, decimal number, Unit unit, Texts texts, int decimals)
    {
        if (unit == Unit.Share && IsThird(number))
        {
            sentence.Append(texts["word.one-third"]);
        }
        else if (unit == Unit.Share)
        {
            sentence.Append(number * 100, decimals);
            sentence.Append("%");
        }
        else if (texts.Template(UnitKeys[(int)unit]) is [var before, _, var after])
        {
            sentence.Append(before);
            sentence.Append(number, decimals, zeros: unit == Unit.Mu);
            sentence.Append(after);
        }
        else
        {
            sentence.Append(number, decimals);
        }
    }

    /// <summary>Also a third of 15 digits, as stores keep it.</summary>
    private static bool IsThird(decimal number) => number is OneThird or 1m / 3m;

    private const decimal OneThird = 0.333333333333333m;
}

using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Turns;

/// <summary>What turned a class, in words.</summary>
public static class TurnWords
{
    public static string Class(Category? category, Texts texts) =>
        texts[category is { } known ? "category." + Codes.Of(known) : "turn.not-listed"];

    public static string By(TurnedBy by, Texts texts) => texts["turn." + CodeText.Of(by)];

    /// <summary>The facts of a step, then its numbers, then the steps of cases.</summary>
    public static IEnumerable<string> Of(TurnStep step, Texts texts) =>
        step
            .Facts.Select(fact => Of(fact, texts))
            .Concat(step.Numbers.Select(number => Of(number, texts)))
            .Concat(step.Cases.Select(turned => Of(turned, texts)));

    /// <summary>"使用权人 甲 → 乙（流水第 5 条）".</summary>
    public static string Of(TurnedFact fact, Texts texts)
    {
        var change = new FactChange(fact.Field, fact.Old, fact.New).Sentence(texts);
        return texts.Fill(
            "turn.entry",
            name =>
                name switch
                {
                    "number" => fact.Entry.ToString(CultureInfo.InvariantCulture),
                    "about" => fact.About,
                    _ => change,
                }
        );
    }

    /// <summary>"idle.full-years 1 年 → 2 年".</summary>
    public static string Of(TurnedNumber number, Texts texts) =>
        texts.Fill(
            "turn.number",
            name =>
                name switch
                {
                    "id" => number.Id,
                    "old" => Value(number.Old, texts),
                    _ => Value(number.New, texts),
                }
        );

    /// <summary>"案件2026-0001（闲置土地处置程序）：另定类别，2026年3月1日（流水第 7 条）".</summary>
    public static string Of(TurnedCase turned, Texts texts) =>
        texts.Fill(
            "turn.case-step",
            name =>
                name switch
                {
                    "case" => turned.Booked.Number.ToString(),
                    "procedure" => CaseWords.Procedure(turned.Booked, texts),
                    "step" => CaseWords.Step(turned.Booked, turned.Step, texts),
                    "day" => FactText.Day(turned.Step.Day, texts),
                    _ => turned.Entry.ToString(CultureInfo.InvariantCulture),
                }
        );

    private static string Value(Rules.Threshold? number, Texts texts) =>
        number is null ? texts["word.unknown"] : FactText.Of(Fact.Of(number.Value, number.Unit), texts);
}

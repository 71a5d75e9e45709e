using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using LandLedger.Fields;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import;

/// <summary>Changes as people read them: titles of fields, days, units and codes in their own language.</summary>
public static partial class ChangeText
{
    /// <summary>"面积 30 亩 → 31 亩"; what was or is not known is said in words.</summary>
    public static string Sentence(this FactChange change, Texts texts) =>
        texts.Fill(
            "change.fact",
            name =>
                name switch
                {
                    "field" => Title(change.Field, texts),
                    "old" => Value(change.Field, change.Old, texts),
                    "new" => Value(change.Field, change.New, texts),
                    _ => null,
                }
        );

    /// <summary>"2025年 税收 800,000元 → 1,000,000元".</summary>
    public static string Sentence(this FirmFactChange change, Texts texts)
    {
        var sentence = new FactChange(change.Field, change.Old, change.New).Sentence(texts);
        if (change.Plot is { } plot && change.Field != PlotFields.Plot.Id)
            sentence = texts.Fill("change.of-plot", name => name == "plot" ? plot : sentence);
        return change.Year is { } year
            ? texts.Fill(
                "change.of-year",
                name => name == "year" ? year.ToString(CultureInfo.InvariantCulture) : sentence
            )
            : sentence;
    }

    /// <summary>Title of a field, or of what a plot has several of (补充协议, 延误, 年度).</summary>
    public static string Title(string field, Texts texts) =>
        texts.Find("field." + field) ?? texts.Find("part." + field) ?? field;

    /// <summary>A value in the form of <see cref="FactChange"/>, in words.</summary>
    public static string Value(string field, string value, Texts texts)
    {
        if (value.Length == 0)
            return texts["word.unknown"];
        if (RowFields.Find(field) is { } known && field is not "year")
            return OfField(known, value, texts);
        var spoken = AFigure().Replace(value, pair => Figure(field, pair, texts));
        spoken = ADelay().Replace(spoken, kind => texts.Find("code.delay_kind." + kind.Value) ?? kind.Value);
        spoken = AnArea().Replace(spoken, area => OfField(PlotFields.StatedMu, area.Groups[1].Value, texts));
        if (field == PartChanges.Shape)
            spoken = ABasis()
                .Replace(spoken, basis => texts.Fill("change.basis", _ => basis.Groups[1].Value))
                .Replace(", ", texts["list.comma"], StringComparison.Ordinal);
        return ADay().Replace(spoken, day => Day(day.Value, texts));
    }

    private static string Figure(string part, Match pair, Texts texts)
    {
        var field = OfParts.GetValueOrDefault((part, pair.Groups[1].Value), pair.Groups[1].Value);
        return $"{Title(field, texts)} {Value(field, pair.Groups[2].Value, texts)}";
    }

    /// <summary>Which field of a row each member of a supplement, delay or charge in the ledger is.</summary>
    private static readonly FrozenDictionary<(string Part, string Member), string> OfParts = new Dictionary<
        (string, string),
        string
    >
    {
        [(PlotMember.Supplements, PlotFields.SignedOn.Id)] = RowFields.SupplementOn.Id,
        [(PlotMember.Supplements, PlotFields.AgreedStart.Id)] = RowFields.SupplementStart.Id,
        [(PlotMember.Supplements, PlotFields.AgreedCompletion.Id)] = RowFields.SupplementCompletion.Id,
        [(PlotMember.Supplements, "reason")] = RowFields.SupplementReason.Id,
        [(PlotMember.Delays, "kind")] = RowFields.DelayKind.Id,
        [(PlotMember.Delays, "from")] = RowFields.DelayFrom.Id,
        [(PlotMember.Delays, "to")] = RowFields.DelayTo.Id,
        [(PlotMember.Delays, "established")] = RowFields.DelayEstablished.Id,
        [(PlotMember.Delays, "evidence")] = RowFields.DelayEvidence.Id,
        [(PlotMember.Charges, "certificate")] = RowFields.ChargeCertificate.Id,
        [(PlotMember.Charges, "mortgagee")] = RowFields.ChargeMortgagee.Id,
        [(PlotMember.Charges, "registered_on")] = RowFields.ChargeRegisteredOn.Id,
        [(PlotMember.Charges, "released_on")] = RowFields.ChargeReleasedOn.Id,
        [(PlotMember.Charges, "mu")] = RowFields.ChargeMu.Id,
        [(PlotMember.Charges, "secured")] = RowFields.ChargeSecured.Id,
    }.ToFrozenDictionary();

    private static string OfField(Field field, string value, Texts texts)
    {
        if (field.Type == FieldType.Code)
            return texts.Find($"code.{field.Id}.{value}") ?? value;
        if (field.Type == FieldType.Date)
            return Day(value, texts);
        if (field.Type == FieldType.Flag)
            return texts[value == "true" ? "word.yes" : "word.no"];
        return
            field.Type is not (FieldType.Text or FieldType.TextList)
            && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? FactText.Of(Fact.Of(number, field.Unit), texts, Math.Min((int)number.Scale, 8))
            : value;
    }

    /// <summary>A day as people read it; any other text as it is.</summary>
    internal static string Day(string value, Texts texts) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? FactText.Day(day, texts)
            : value;

    [GeneratedRegex(@"([a-z_]+)=([^,;]*)")]
    private static partial Regex AFigure();

    [GeneratedRegex(@"(?<=^|; )[a-z-]+(?=[ :])")]
    private static partial Regex ADelay();

    [GeneratedRegex(@"([\d.]+) mu\b")]
    private static partial Regex AnArea();

    [GeneratedRegex(@" \(([^)]+)\)")]
    private static partial Regex ABasis();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex ADay();
}

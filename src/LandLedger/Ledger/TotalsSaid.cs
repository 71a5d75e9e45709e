using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Ledger;

/// <summary>What a list adds up to as an entry says it, in exact mu, and back.</summary>
internal static class TotalsSaid
{
    private const string ByCategory = "by_category";
    private const string ByFlag = "by_flag";
    private const string ByMeasure = "by_measure";
    private const string BySet = "by_set";
    private const string CauseName = "if_cause";
    private const string Computed = "computed";
    private const string Held = "held";
    private const string HeldBack = "held_back";
    private const string MayBeHeld = "may_be_held";
    private const string Measured = "measured_mu";
    private const string NotJudged = "not_judged";
    private const string Of = "of";
    private const string Plots = "plots";
    private const string Stated = "stated_mu";
    private const string Total = "total";
    private const string WithoutMeasured = "without_measured";
    private const string WithoutStated = "without_stated";

    public static void Write(Utf8JsonWriter json, DisposalTotals totals)
    {
        json.WriteStartArray(ByCategory);
        foreach (var (category, sum) in totals.ByCategory)
            Write(json, Codes.Of(category), null, sum);
        json.WriteEndArray();
        json.WriteStartArray(ByFlag);
        foreach (var (flag, sum) in totals.ByFlag)
            Write(json, Codes.Of(flag), null, sum);
        json.WriteEndArray();
        json.WriteStartArray(ByMeasure);
        foreach (var (measure, sum) in totals.ByMeasure)
            Write(json, Codes.Of(measure.Kind), measure.IfCause, sum);
        json.WriteEndArray();
        json.WriteStartArray(BySet);
        foreach (var (classes, sum) in totals.BySet)
        {
            json.WriteStartObject();
            json.WriteString(Computed, Codes.Of(classes.Computed));
            json.WriteString(Of, Codes.Of(classes.Set));
            Write(json, Total, sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, Held, totals.Held);
        Write(json, HeldBack, totals.HeldBack);
        if (totals.MayBeHeld.Plots > 0)
            Write(json, MayBeHeld, totals.MayBeHeld);
        json.WriteStartArray(NotJudged);
        foreach (var (rule, plots) in totals.ByRuleNotJudged)
        {
            json.WriteStartObject();
            json.WriteString(Of, rule);
            json.WriteNumber(Plots, plots);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, Total, totals.Total);
    }

    public static DisposalTotals Read(JsonElement said) =>
        DisposalTotals.Of(
            Sum(said.GetProperty(Total)),
            said.Parts(
                ByCategory,
                one => new DisposalTotal<Category>(CategoryOf(one, Of), Sum(one.GetProperty(Total)))
            ),
            said.Parts(
                ByMeasure,
                one => new DisposalTotal<(MeasureKind, Cause?)>(
                    (Code(one.Needed(Of), Codes.Of, Enum.GetValues<MeasureKind>()), CauseOf(one)),
                    Sum(one.GetProperty(Total))
                )
            ),
            said.Parts(
                ByFlag,
                one => new DisposalTotal<PlotFlags>(
                    Code(
                        one.Needed(Of),
                        Codes.Of,
                        [.. Enum.GetValues<PlotFlags>().Where(flag => flag != PlotFlags.None)]
                    ),
                    Sum(one.GetProperty(Total))
                )
            ),
            said.Parts(
                BySet,
                one => new DisposalTotal<(Category, Category)>(
                    (CategoryOf(one, Computed), CategoryOf(one, Of)),
                    Sum(one.GetProperty(Total))
                )
            ),
            (
                Sum(said.GetProperty(Held)),
                Sum(said.GetProperty(HeldBack)),
                said.TryGetProperty(MayBeHeld, out var may) ? Sum(may) : default
            ),
            said.Parts(NotJudged, one => (one.Needed(Of), one.GetProperty(Plots).GetInt32()))
        );

    /// <summary>The member that a code names.</summary>
    /// <exception cref="FormatException">None does.</exception>
    public static T Code<T>(string code, Func<T, string> of, IEnumerable<T> all)
        where T : struct, Enum
    {
        foreach (var one in all)
        {
            if (of(one) == code)
                return one;
        }
        throw new FormatException(code);
    }

    private static Category CategoryOf(JsonElement said, string name) =>
        Code(said.Needed(name), Codes.Of, Enum.GetValues<Category>());

    private static Cause? CauseOf(JsonElement said) =>
        said.Text(CauseName) is { } cause ? Code(cause, Codes.Of, Enum.GetValues<Cause>()) : null;

    private static void Write(Utf8JsonWriter json, string of, Cause? ifCause, in AcreageSum sum)
    {
        json.WriteStartObject();
        json.Known(CauseName, Fact.Of(ifCause is { } cause ? Codes.Of(cause) : null));
        json.WriteString(Of, of);
        Write(json, Total, sum);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, in AcreageSum sum)
    {
        json.WriteStartObject(name);
        json.Known(Measured, sum.Measured.Mu);
        json.WriteNumber(Plots, sum.Plots);
        json.Known(Stated, sum.Stated.Mu);
        json.WriteNumber(WithoutMeasured, sum.WithoutMeasured);
        json.WriteNumber(WithoutStated, sum.WithoutStated);
        json.WriteEndObject();
    }

    private static AcreageSum Sum(JsonElement said) =>
        new(
            said.GetProperty(Plots).GetInt32(),
            said.Area(Stated)!.Value,
            said.GetProperty(WithoutStated).GetInt32(),
            said.Area(Measured)!.Value,
            said.GetProperty(WithoutMeasured).GetInt32()
        );
}

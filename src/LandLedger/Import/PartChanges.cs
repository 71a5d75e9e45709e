using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>Changes in what a plot has beside its scalar facts, in one readable line each.</summary>
internal static class PartChanges
{
    /// <summary>What a change of the outline is called.</summary>
    public const string Shape = "shape";

    public static void Add(List<FactChange> changes, Plot old, Plot plot)
    {
        Compare(changes, "supplement", old.Grant.Supplements, plot.Grant.Supplements, Line);
        Compare(changes, "delay", old.Delays, plot.Delays, Line);
        Compare(changes, "year", old.Years, plot.Years, Line);
        if (plot.Shape is { } shape && !Same(old.Shape, shape))
            changes.Add(new(Shape, Line(old), Line(plot) + Shift(old.Shape, shape, plot)));
        if (old.EndedOn != plot.EndedOn)
            changes.Add(new("ended_on", Fact.Of(old.EndedOn).ToString(), Fact.Of(plot.EndedOn).ToString()));
    }

    private static void Compare<T>(
        List<FactChange> changes,
        string name,
        IReadOnlyList<T> old,
        IReadOnlyList<T> now,
        Func<T, string> line
    )
    {
        if (ReferenceEquals(old, now) || old.SequenceEqual(now))
            return;
        changes.Add(new(name, string.Join("; ", old.Select(line)), string.Join("; ", now.Select(line))));
    }

    private static bool Same(PlotShape? old, PlotShape now) =>
        old is not null && old.SurveyCrs == now.SurveyCrs && old.Wkb.Span.SequenceEqual(now.Wkb.Span);

    public static string Line(Supplement s) =>
        $"{Day(s.SignedOn)}:"
        + Known(
            (PlotFields.AgreedStart, Fact.Of(s.AgreedStart)),
            (PlotFields.AgreedCompletion, Fact.Of(s.AgreedCompletion)),
            (RowFields.SupplementReason, Fact.Of(s.Reason))
        );

    public static string Line(Delay d) =>
        $"{CodeText.Of(d.Kind)} {Day(d.From)}/{Day(d.To)}"
        + Known((RowFields.DelayEstablished, Fact.Of(d.Established)), (RowFields.DelayEvidence, Fact.Of(d.Evidence)));

    public static string Line(PlotYear y) =>
        string.Create(CultureInfo.InvariantCulture, $"{y.Year}:")
        + Known(
            (RowFields.Tax, Fact.Of(y.Tax)),
            (RowFields.Output, Fact.Of(y.Output)),
            (RowFields.Revenue, Fact.Of(y.Revenue)),
            (RowFields.AddedValue, Fact.Of(y.AddedValue)),
            (RowFields.KilowattHours, Fact.Of(y.KilowattHours, Unit.KilowattHour))
        );

    /// <summary>What is known of it, each as "field=value".</summary>
    private static string Known(params ReadOnlySpan<(Field Field, Fact Fact)> facts)
    {
        var known = new List<string>(facts.Length);
        foreach (var (field, fact) in facts)
        {
            if (fact.IsKnown)
                known.Add($" {field.Id}={fact}");
        }
        return string.Join(',', known);
    }

    private static string Line(Plot plot) =>
        plot is { Measured: { } measured, Shape: { } shape }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Plane.Mu:0.########} mu ({measured.PlaneCrs}), corners={OutlineShift.Corners(shape)}"
            )
            : "";

    /// <summary>How far the outline moved: its area may be the same.</summary>
    private static string Shift(PlotShape? old, PlotShape now, Plot plot) =>
        old is not null && plot.Measured is { } measured && CrsTable.Find(measured.PlaneCrs) is { } plane
            ? string.Create(CultureInfo.InvariantCulture, $", moved_m={OutlineShift.Metres(old, now, plane):0.###}")
            : "";

    private static string Day(DateOnly? day) => Fact.Of(day).ToString();
}

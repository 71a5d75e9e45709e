using System.Globalization;

namespace LandLedger.Import;

/// <summary>Changes in what a plot has beside its scalar facts, in one readable line each.</summary>
internal static class PartChanges
{
    public static void Add(List<FactChange> changes, Plot old, Plot plot)
    {
        Compare(changes, "supplement", old.Grant.Supplements, plot.Grant.Supplements, Line);
        Compare(changes, "delay", old.Delays, plot.Delays, Line);
        Compare(changes, "year", old.Years, plot.Years, Line);
        if (plot.Shape is { } shape && !Same(old.Shape, shape))
            changes.Add(new("shape", Line(old), Line(plot)));
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

    private static bool Same(Geometry.PlotShape? old, Geometry.PlotShape now) =>
        old is not null && old.SurveyCrs == now.SurveyCrs && old.Wkb.Span.SequenceEqual(now.Wkb.Span);

    private static string Line(Supplement s) =>
        $"{Day(s.SignedOn)}: agreed_start={Day(s.AgreedStart)}, agreed_completion={Day(s.AgreedCompletion)}";

    private static string Line(Delay d) =>
        $"{Fields.CodeText.Of(d.Kind)} {Day(d.From)}/{Day(d.To)} established={Fact.Of(d.Established)}";

    private static string Line(PlotYear y) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{y.Year}: tax={Fact.Of(y.Tax)}, output={Fact.Of(y.Output)}, revenue={Fact.Of(y.Revenue)}"
        );

    private static string Line(Plot plot) =>
        plot.Measured is { } measured
            ? string.Create(CultureInfo.InvariantCulture, $"{measured.Plane.Mu:0.########} mu ({measured.PlaneCrs})")
            : "";

    private static string Day(DateOnly? day) => Fact.Of(day).ToString();
}

using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import.Merging;

/// <summary>Changes in what a plot has beside its scalar facts, in one readable line each.</summary>
internal static class PartChanges
{
    /// <summary>What a change of the outline is called.</summary>
    public const string Shape = "shape";

    public static void Add(List<FactChange> changes, Plot old, Plot plot)
    {
        Compare(
            changes,
            "supplement",
            old.Grant.Supplements,
            plot.Grant.Supplements,
            PartMerge.IsSame,
            Key,
            Facts,
            Line
        );
        Compare(changes, "delay", old.Delays, plot.Delays, PartMerge.IsSame, Key, Facts, Line);
        Compare(changes, "year", old.Years, plot.Years, PartMerge.IsSame, Key, Facts, Line);
        if (plot.Shape is { } shape && !Same(old.Shape, shape))
            changes.Add(new(Shape, Line(old), Line(plot) + Shift(old.Shape, shape, plot)));
        if (old.EndedOn != plot.EndedOn)
            changes.Add(new("ended_on", Fact.Of(old.EndedOn).ToString(), Fact.Of(plot.EndedOn).ToString()));
    }

    /// <summary>One change for each part: whole where it came or went, else the facts that differ.</summary>
    private static void Compare<T>(
        List<FactChange> changes,
        string name,
        IReadOnlyList<T> old,
        IReadOnlyList<T> now,
        Func<T, T, bool> isSame,
        Func<T, string> key,
        Func<T, (Field Field, Fact Fact)[]> facts,
        Func<T, string> line
    )
    {
        if (ReferenceEquals(old, now))
            return;
        var gone = old.Except(now).ToList();
        var come = now.Except(old).ToList();
        foreach (var part in come)
        {
            var before = gone.FindAll(known => isSame(known, part));
            if (before is not [var under] || come.Count(other => isSame(under, other)) > 1)
            {
                changes.Add(new(name, "", line(part)));
                continue;
            }
            gone.Remove(under);
            changes.Add(
                key(under) == key(part)
                    ? Differing(name, key(part), facts(under), facts(part))
                    : new(name, line(under), line(part))
            );
        }
        foreach (var part in gone)
            changes.Add(new(name, line(part), ""));
    }

    private static FactChange Differing(
        string name,
        string key,
        (Field Field, Fact Fact)[] old,
        (Field Field, Fact Fact)[] now
    )
    {
        var differing = old.Zip(now).Where(pair => pair.First.Fact != pair.Second.Fact).ToList();
        return new(
            name,
            key + ":" + Stated(differing.Select(pair => pair.First)),
            key + ":" + Stated(differing.Select(pair => pair.Second))
        );
    }

    private static bool Same(PlotShape? old, PlotShape now) =>
        old is not null && old.SurveyCrs == now.SurveyCrs && old.Wkb.Span.SequenceEqual(now.Wkb.Span);

    public static string Line(Supplement s) => $"{Key(s)}:" + Known(Facts(s));

    public static string Line(Delay d) => $"{CodeText.Of(d.Kind)} {Day(d.From)}/{Day(d.To)}" + Known(Facts(d)[1..]);

    public static string Line(PlotYear y) => $"{Key(y)}:" + Known(Facts(y));

    private static string Key(Supplement s) => Day(s.SignedOn);

    private static string Key(Delay d) => $"{CodeText.Of(d.Kind)} {Day(d.From)}".TrimEnd();

    private static string Key(PlotYear y) => y.Year.ToString(CultureInfo.InvariantCulture);

    private static (Field, Fact)[] Facts(Supplement s) =>
        [
            (PlotFields.AgreedStart, Fact.Of(s.AgreedStart)),
            (PlotFields.AgreedCompletion, Fact.Of(s.AgreedCompletion)),
            (RowFields.SupplementReason, Fact.Of(s.Reason)),
        ];

    private static (Field, Fact)[] Facts(Delay d) =>
        [
            (RowFields.DelayTo, Fact.Of(d.To)),
            (RowFields.DelayEstablished, Fact.Of(d.Established)),
            (RowFields.DelayEvidence, Fact.Of(d.Evidence)),
        ];

    private static (Field, Fact)[] Facts(PlotYear y) =>
        [
            (RowFields.Tax, Fact.Of(y.Tax)),
            (RowFields.Output, Fact.Of(y.Output)),
            (RowFields.Revenue, Fact.Of(y.Revenue)),
            (RowFields.AddedValue, Fact.Of(y.AddedValue)),
            (RowFields.KilowattHours, Fact.Of(y.KilowattHours, Unit.KilowattHour)),
        ];

    private static string Known(IEnumerable<(Field Field, Fact Fact)> facts) =>
        Stated(facts.Where(stated => stated.Fact.IsKnown));

    /// <summary>Each as "field=value", with nothing for what is not known.</summary>
    private static string Stated(IEnumerable<(Field Field, Fact Fact)> facts) =>
        string.Join(',', facts.Select(stated => $" {stated.Field.Id}={stated.Fact}"));

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

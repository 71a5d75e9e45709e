using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import.Cells;
using LandLedger.Import.Checks;
using LandLedger.Ledger;

namespace LandLedger.Import.Merging;

/// <summary>Changes in what a plot has beside its scalar facts, in one readable line each.</summary>
internal static class PartChanges
{
    /// <summary>What a change of the outline is called.</summary>
    public const string Shape = "shape";

    /// <summary>What changes do to the outline of a plot.</summary>
    public static Drawn Drawn(Plot? old, IReadOnlyList<FactChange> changes) =>
        !changes.Any(change => change.Field == Shape) ? Checks.Drawn.AsBefore
        : old?.Shape is null ? Checks.Drawn.First
        : Checks.Drawn.Anew;

    public static void Add(List<FactChange> changes, Plot old, Plot plot)
    {
        changes.AddRange(Of(PartKind.Supplements, old, plot).Select(part => part.Change));
        changes.AddRange(Of(PartKind.Delays, old, plot).Select(part => part.Change));
        changes.AddRange(Of(PartKind.Charges, old, plot).Select(part => part.Change));
        changes.AddRange(Of(PartKind.Years, old, plot).Select(part => part.Change));
        if (!Same(old.Shape, plot.Shape))
            changes.Add(new(Shape, Line(old), Line(plot) + Shift(old.Shape, plot)));
        if (old.EnteredOn != plot.EnteredOn)
            changes.Add(Entered(old, plot));
        if (old.EndedOn != plot.EndedOn)
            changes.Add(new("ended_on", Fact.Of(old.EndedOn).ToString(), Fact.Of(plot.EndedOn).ToString()));
    }

    /// <summary>Since when the plot is in the register.</summary>
    public static FactChange Entered(Plot old, Plot plot) =>
        new(PlotMember.EnteredOn, Fact.Of(old.EnteredOn).ToString(), Fact.Of(plot.EnteredOn).ToString());

    /// <summary>One change for each part: whole where it came or went, else the facts that differ.</summary>
    public static IEnumerable<(T? Old, T? Now, FactChange Change)> Of<T>(PartKind<T> kind, Plot before, Plot after)
        where T : class
    {
        var (old, now) = (kind.Of(before), kind.Of(after));
        if (ReferenceEquals(old, now))
            yield break;
        var gone = old.Except(now).ToList();
        var come = now.Except(old).ToList();
        foreach (var part in come)
        {
            var same = gone.FindAll(known => kind.IsSame(known, part));
            if (same is not [var under] || come.Count(other => kind.IsSame(under, other)) > 1)
            {
                yield return (null, part, new(kind.Name, "", kind.Line(part)));
                continue;
            }
            gone.Remove(under);
            yield return (
                under,
                part,
                kind.Key(under) == kind.Key(part)
                    ? Differing(kind, under, part)
                    : new(kind.Name, kind.Line(under), kind.Line(part))
            );
        }
        foreach (var part in gone)
            yield return (part, null, new(kind.Name, kind.Line(part), ""));
    }

    private static FactChange Differing<T>(PartKind<T> kind, T old, T now)
        where T : class
    {
        var differing = kind.Facts(old)
            .Zip(kind.Facts(now))
            .Where(pair => pair.First.Fact != pair.Second.Fact)
            .ToList();
        return new(
            kind.Name,
            kind.Stated(now, differing.Select(pair => pair.First)),
            kind.Stated(now, differing.Select(pair => pair.Second))
        );
    }

    private static bool Same(PlotShape? old, PlotShape? now) =>
        old is null || now is null
            ? old is null && now is null
            : old.SurveyCrs == now.SurveyCrs && CommonGround.IsSame(old.Wkb, now.Wkb);

    public static string Line(Supplement s) => $"{Key(s)}:" + Known(Facts(s));

    public static string Line(Delay d) => $"{CodeText.Of(d.Kind)} {Day(d.From)}/{Day(d.To)}" + Known(Facts(d)[1..]);

    public static string Line(Charge c) => $"{Key(c)}:" + Known(Facts(c));

    public static string Line(PlotYear y) => $"{Key(y)}:" + Known(Facts(y));

    public static string Key(Supplement s) => Day(s.SignedOn);

    public static string Key(Delay d) => $"{CodeText.Of(d.Kind)} {Day(d.From)}".TrimEnd();

    /// <summary>The certificate; nothing where its number is not known.</summary>
    public static string Key(Charge c) => c.Certificate ?? "";

    public static string Key(PlotYear y) => y.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a row says of a year of which it takes figures back.</summary>
    public static string Withdrawn(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}: {Words.WithdrawnWords[0]}");

    public static (Field Field, Fact Fact)[] Facts(Supplement s) =>
        [
            (PlotFields.AgreedStart, Fact.Of(s.AgreedStart)),
            (PlotFields.AgreedCompletion, Fact.Of(s.AgreedCompletion)),
            (RowFields.SupplementReason, Fact.Of(s.Reason)),
        ];

    public static (Field Field, Fact Fact)[] Facts(Delay d) =>
        [
            (RowFields.DelayTo, Fact.Of(d.To)),
            (RowFields.DelayEstablished, Fact.Of(d.Established)),
            (RowFields.DelayEvidence, Fact.Of(d.Evidence)),
        ];

    public static (Field Field, Fact Fact)[] Facts(Charge c) =>
        [
            (RowFields.ChargeMortgagee, Fact.Of(c.Mortgagee)),
            (RowFields.ChargeRegisteredOn, Fact.Of(c.RegisteredOn)),
            (RowFields.ChargeReleasedOn, Fact.Of(c.ReleasedOn)),
            (RowFields.ChargeMu, Fact.Of(c.Area)),
            (RowFields.ChargeSecured, Fact.Of(c.Secured)),
        ];

    public static (Field Field, Fact Fact)[] Facts(PlotYear y) =>
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
    public static string Stated(IEnumerable<(Field Field, Fact Fact)> facts) =>
        string.Join(',', facts.Select(stated => $" {stated.Field.Id}={stated.Fact}"));

    private static string Line(Plot plot) =>
        plot is { Measured: { } measured, Shape: { } shape }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Plane.Mu:0.########} mu ({measured.PlaneCrs}), corners={OutlineShift.Corners(shape)}"
            )
            : "";

    /// <summary>How far the outline moved: its area may be the same.</summary>
    private static string Shift(PlotShape? old, Plot plot) =>
        old is not null
        && plot is { Shape: { } now, Measured: { } measured }
        && CrsTable.Find(measured.PlaneCrs) is { } plane
            ? OutlineShift.Said(old, now, plane)
            : "";

    private static string Day(DateOnly? day) => Fact.Of(day).ToString();
}

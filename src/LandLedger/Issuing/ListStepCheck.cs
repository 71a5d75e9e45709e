using System.Globalization;

namespace LandLedger.Issuing;

/// <summary>Whether a step may be taken about a list.</summary>
internal static class ListStepCheck
{
    /// <summary>Why not, or null where it may.</summary>
    public static ListRefusal? Refusal(IssuedList list, ListStep step)
    {
        if (list.State == ListState.Closed)
            return new("closed", "number") { Value = Fact.Of(list.LastDay) };
        if (step.Day < list.LastDay)
            return new("day-before-last", "day") { Value = Fact.Of(list.LastDay) };
        return step.Kind switch
        {
            ListStepKind.Published => Published(list, step),
            ListStepKind.Objected => Objected(list, step),
            ListStepKind.Decided => Decided(list, step),
            _ => Closed(list, step),
        };
    }

    private static ListRefusal? Published(IssuedList list, ListStep step)
    {
        if (list.Publication is { } before)
            return new("published", "number") { Value = Fact.Of(before.Day) };
        if (step.Redaction is not { } rule || Redaction.Find(rule) is null)
            return new("redaction-unknown", "redaction")
            {
                Value = Fact.Of(step.Redaction ?? ""),
                Words = [.. Redaction.All.Select(known => known.ToString())],
            };
        if (step.Until is not { } until)
            return Missing("until");
        return until < step.Day ? new("until-before-day", "until") { Value = Fact.Of(step.Day) } : null;
    }

    private static ListRefusal? Objected(IssuedList list, ListStep step)
    {
        if (step.Row is not { } row)
            return Missing("row");
        if (row < 1 || row > list.Rows)
            return new("row-unknown", "row") { Value = Number(list.Rows) };
        return step.Objector is null ? Missing("objector") : NoReason(step);
    }

    private static ListRefusal? Decided(IssuedList list, ListStep step)
    {
        if (step.Objection is not { } place)
            return Missing("objection");
        if (list.Objections.FirstOrDefault(one => one.Place == place) is not { } objection)
            return new("objection-unknown", "objection")
            {
                Value = Number(place),
                Words = [.. list.Objections.Select(one => Word(one.Place))],
            };
        if (objection.Decision is { } decision)
            return new("objection-decided", "objection") { Value = Fact.Of(decision.Day) };
        return step.IsUpheld is null ? Missing("upheld") : NoReason(step);
    }

    private static ListRefusal? Closed(IssuedList list, ListStep step)
    {
        var open = list.Objections.Where(one => one.Decision is null).Select(one => Word(one.Place)).ToList();
        if (open.Count > 0)
            return new("objections-open", "number") { Words = open };
        return list.Publication?.Until is { } until && step.Day <= until
            ? new("period-running", "day") { Value = Fact.Of(until) }
            : NoReason(step);
    }

    private static ListRefusal? NoReason(ListStep step) => step.Reason is null ? Missing("reason") : null;

    private static ListRefusal Missing(string place) => new("missing", place);

    private static Fact Number(int value) => Fact.Of(value, Unit.None);

    private static string Word(int value) => value.ToString(CultureInfo.InvariantCulture);
}

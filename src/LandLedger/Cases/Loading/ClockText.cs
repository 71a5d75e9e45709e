using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>
/// Reads a clock: its length is a number of law (<c>number</c>), which brings its own clause; or one of its own with a clause; or there is
/// none, and the step names the due day.
/// </summary>
internal static class ClockText
{
    private static readonly Unit[] Units = [Unit.Day, Unit.WorkingDay, Unit.Month, Unit.Year];

    public static ProcedureClock? Read(Node node, ProcedureNames names)
    {
        node.Only("id", "title", "by", "right", "number", "length", "unit", "asked", "clause");
        var id = node.Text("id");
        var title = node.Words("title");
        var by = node.Code<Actor>("by");
        var isRight = node.Flag("right");
        var lengths = node.Flag("asked") ? Asked(node) : Lengths(node, names);
        if (lengths is null)
            return null;
        var clause = lengths is [.., var last] ? last.Source : names.Clause(node);
        return id is not null && by is { } actor && clause is not null
            ? new()
            {
                Id = id,
                Title = title,
                By = actor,
                IsRight = isRight,
                Lengths = lengths,
                Clause = clause,
            }
            : null;
    }

    /// <summary>A number of law with all the days it is in force; null with a problem where there is none of the id.</summary>
    public static IReadOnlyList<Threshold>? Numbers(Node node, ProcedureNames names)
    {
        if (node.Text("number") is not { } number)
            return null;
        List<Threshold> known = [.. names.Numbers.Where(one => one.Id == number && Units.Contains(one.Unit))];
        if (known.Count == 0)
            node.Report("unknown-period", number, "number");
        return known.Count == 0 ? null : known;
    }

    private static IReadOnlyList<Threshold> Asked(Node node)
    {
        foreach (var other in (string[])["number", "length", "unit"])
        {
            if (node.Member(other, required: false) is not null)
                node.Report("asked-and-given", other, other);
        }
        return [];
    }

    private static IReadOnlyList<Threshold>? Lengths(Node node, ProcedureNames names)
    {
        if (node.Member("number", required: false) is not null)
        {
            foreach (var other in (string[])["length", "unit", "clause"])
            {
                if (node.Member(other, required: false) is not null)
                    node.Report("asked-and-given", other, other);
            }
            return Numbers(node, names);
        }
        var unit = node.Code<Unit>("unit");
        var clause = names.Clause(node);
        var length = node.Whole("length", 1, 9999, "bad-period");
        if (length is not { } value || unit is not { } known || clause is null)
            return null;
        if (!Units.Contains(known))
        {
            node.Report(
                "unknown-unit",
                $"{CodeText.Of(known)} ({string.Join(", ", Units.Select(CodeText.Of))})",
                "unit"
            );
            return null;
        }
        return [new(node.Text("id") ?? "", value, known, DateOnly.MinValue, null, clause)];
    }
}

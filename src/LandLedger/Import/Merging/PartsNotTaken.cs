using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>
/// Names where files of an import say different things of a year, a supplement, a delay or a charge of a plot: what the later one says is taken,
/// unless rows of one of them contradict each other in it; then what the others say is not.
/// </summary>
internal sealed class PartsNotTaken(Contests contests, StatedPlaces stated)
{
    private readonly HashSet<(PlotKey Plot, string Kind, string Part, string File)> _told = [];

    /// <summary>What the row or other files state of its parts and is not taken, and what the row says otherwise than they do.</summary>
    /// <param name="settled">The plot as it is after the row.</param>
    public IReadOnlyList<ImportIssue> Of(ParsedRow row, PlotKey key, Plot settled) =>
        RowParts.Of(row) is { } parts
            ?
            [
                .. Of(PartKind.Years, parts, row, key, settled),
                .. Of(PartKind.Supplements, parts, row, key, settled),
                .. Of(PartKind.Delays, parts, row, key, settled),
                .. Of(PartKind.Charges, parts, row, key, settled),
            ]
            : [];

    private IEnumerable<ImportIssue> Of<T>(PartKind<T> kind, RowParts parts, ParsedRow row, PlotKey key, Plot settled)
        where T : class
    {
        foreach (var part in kind.StatedBy(parts))
        {
            var here = new Statement<T>(row.File, row.Line, part);
            var others = stated.Of(key, kind, part).ToList();
            var kept = kind.Of(settled).Where(known => kind.IsSame(known, part)).ToList();
            var by = contests.Find(key) is { } plot ? kind.By(plot, part) : null;
            var lost =
                by is null ? []
                : by.File != row.File ? [here]
                : others.Where(other => other.File != row.File && IsNew(key, kind, other));
            foreach (var statement in lost)
            {
                if (Lost(kind, statement, kept, row.Plot, by!) is { } issue)
                    yield return issue;
            }
            foreach (var issue in Contradictions(kind, here, others, kept, row.Plot))
                yield return issue;
        }
    }

    private bool IsNew<T>(PlotKey key, PartKind<T> kind, Statement<T> other)
        where T : class => _told.Add((key, kind.Name, kind.Key(other.Part), other.File));

    /// <summary>A warning <c>plot.contested</c> for what does not stand in each of the parts that are kept.</summary>
    private static ImportIssue? Lost<T>(
        PartKind<T> kind,
        Statement<T> statement,
        IReadOnlyList<T> kept,
        string? plot,
        Contest by
    )
        where T : class
    {
        var lost = Known(kind, statement.Part).Where(fact => !IsKept(kind, fact, kept)).ToList();
        return lost.Count == 0
            ? null
            : NotTaken.Issue(
                new(statement.File, statement.Line, plot),
                kind.Name,
                kind.Stated(statement.Part, lost),
                by,
                string.Join("; ", kept.Select(part => kind.Stated(part, Of(kind, part, lost))))
            );
    }

    /// <summary>A warning <c>plot.contradiction</c> for each other row that said last, and otherwise, what is taken from here.</summary>
    private static IEnumerable<ImportIssue> Contradictions<T>(
        PartKind<T> kind,
        Statement<T> here,
        IReadOnlyList<Statement<T>> others,
        IReadOnlyList<T> kept,
        string? plot
    )
        where T : class =>
        from fact in Known(kind, here.Part)
        where IsKept(kind, fact, kept)
        let last = others.FirstOrDefault(other => Of(kind, other.Part, fact.Field).IsKnown)
        where last is not null && last.File != here.File && Of(kind, last.Part, fact.Field) != fact.Fact
        group fact by last into contradicted
        select new RawPlace(here.File, here.Line, plot).Issue(
            "plot.contradiction",
            Severity.Warn,
            ("value", kind.Stated(here.Part, contradicted)),
            ("field", kind.Name),
            ("old", kind.Stated(contradicted.Key.Part, Of(kind, contradicted.Key.Part, [.. contradicted]))),
            ("file", contradicted.Key.File),
            ("first", contradicted.Key.Line.ToString(CultureInfo.InvariantCulture))
        ) with
        {
            Field = kind.Name,
        };

    private static IEnumerable<(Field Field, Fact Fact)> Known<T>(PartKind<T> kind, T part)
        where T : class => kind.Facts(part).Where(fact => fact.Fact.IsKnown);

    private static bool IsKept<T>(PartKind<T> kind, (Field Field, Fact Fact) fact, IReadOnlyList<T> kept)
        where T : class => kept.All(part => Of(kind, part, fact.Field) == fact.Fact);

    private static Fact Of<T>(PartKind<T> kind, T part, Field field)
        where T : class => Array.Find(kind.Facts(part), fact => fact.Field == field).Fact;

    private static IEnumerable<(Field Field, Fact Fact)> Of<T>(
        PartKind<T> kind,
        T part,
        IReadOnlyList<(Field Field, Fact Fact)> alike
    )
        where T : class => alike.Select(fact => (fact.Field, Of(kind, part, fact.Field)));
}

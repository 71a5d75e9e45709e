using System.Collections.Frozen;
using LandLedger.Acreage;
using LandLedger.Import;

namespace LandLedger.Disposal;

/// <summary>What a list or map rests on: the rules, the day, and which data, in words of the caller (file, imports).</summary>
public sealed record ListBasis(string Package, string Version, DateOnly AsOf, string? Data = null)
{
    /// <summary>Numbers that several counties share; the ids of their plots name the county.</summary>
    public IReadOnlySet<string> SharedNumbers { get; init; } = FrozenSet<string>.Empty;

    public static ListBasis Of(Rules.RuleSet rules, DateOnly asOf, string? data = null) =>
        new(rules.Id, rules.Version, asOf, data) { Rules = rules.Text };

    /// <summary>What the package says; null where nothing was judged by it.</summary>
    public Rules.RuleText? Rules { get; init; }

    /// <summary>The number that the list was issued under (<see cref="Issuing.ListNumber"/>); null while it is not issued.</summary>
    public string? Number { get; init; }

    /// <summary>By which rule it is redacted for the public, as id@version; null where it is whole.</summary>
    public string? Redaction { get; init; }

    /// <summary>Whether rows are left out that its reader does not see.</summary>
    public bool IsExtract { get; init; }

    /// <summary>The id of a plot, no other one's: its number, with the county before it where others share the number.</summary>
    public string IdOf(Plot plot) =>
        SharedNumbers.Count > 0 && SharedNumbers.Contains(plot.Number)
            ? new PlotKey(plot.County, plot.Number).ToString()
            : plot.Number;
}

/// <summary>A disposal list (处置清单): rows in <see cref="DisposalOrder"/>, and what they add up to.</summary>
public sealed class DisposalList
{
    private DisposalList(ListBasis basis, Texts texts, DisposalRow[] rows, AcreageSum heldBack)
    {
        (Basis, Texts, Rows) = (basis, texts, rows);
        Totals = new() { HeldBack = heldBack };
        foreach (var row in rows)
            Totals.Add(row.Evaluation);
    }

    /// <summary>
    /// What a list shows unless classes are asked for: every plot for which something is to be done now, whatever its class (a plot in
    /// order that is late to start has a deadline to build), and every plot that a case set a class of in which something has to be done, or may have.
    /// </summary>
    public static bool CallsForAct(Evaluation evaluation)
    {
        for (var i = 0; i < evaluation.Measures.Length; i++)
        {
            if (evaluation.Measures[i].IfCause is null)
                return true;
        }
        return evaluation.Cases is { MaySet.Count: > 0 }
            || (
                evaluation.IsSetApart
                && evaluation.CountsAs is Category.Idle or Category.UseChanged or Category.LowEfficiency
            );
    }

    public ListBasis Basis { get; }

    public Texts Texts { get; }

    public IReadOnlyList<DisposalRow> Rows { get; }

    public DisposalTotals Totals { get; }

    /// <summary>What it says, for who writes it.</summary>
    public ListContents Contents =>
        new()
        {
            Basis = Basis,
            Texts = Texts,
            Columns = DisposalColumns.Listed,
            Totals = Totals,
            Lines = Rows.Select(row => ListLine.Of(row, Basis)),
            Law = new(() => ListLaw.Of(Rows)),
        };

    /// <summary>Puts the evaluations of one run in order and adds them up.</summary>
    /// <param name="categories">Which classes to list, by the class that counts; null lists all, none what <see cref="CallsForAct"/>.</param>
    /// <param name="held">Whether plots that a case holds off lists are listed all the same.</param>
    public static DisposalList Of(
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        Texts texts,
        IReadOnlyCollection<Category>? categories = null,
        bool held = false
    )
    {
        var listed = new List<Evaluation>();
        var heldBack = default(AcreageSum);
        foreach (var evaluation in evaluations.Where(evaluation => Lists(categories, evaluation)))
        {
            if (!held && evaluation.Cases?.Hold is not null)
                heldBack += AcreageSum.Of(evaluation.Plot);
            else
                listed.Add(evaluation);
        }
        var rows = listed.Order(DisposalOrder.Instance).Select(evaluation => new DisposalRow(evaluation, texts));
        return new(basis, texts, [.. rows], heldBack);
    }

    private static bool Lists(IReadOnlyCollection<Category>? categories, Evaluation evaluation) =>
        categories is null
        || (categories.Count == 0 ? CallsForAct(evaluation) : categories.Contains(evaluation.CountsAs));
}

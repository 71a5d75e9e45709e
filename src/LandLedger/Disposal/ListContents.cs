using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Disposal;

/// <summary>What a disposal list says, whether it was just judged or was issued long ago: all that the forms of a list are made of.</summary>
public sealed record ListContents
{
    public required ListBasis Basis { get; init; }

    /// <summary>The language of its sentences.</summary>
    public required Texts Texts { get; init; }

    /// <summary>In their order; a list that was issued has those that it was issued with.</summary>
    public required IReadOnlyList<DisposalColumn> Columns { get; init; }

    public required DisposalTotals Totals { get; init; }

    /// <summary>In the order of the list; those of an issued list are read from the store as they are asked for.</summary>
    public required IEnumerable<ListLine> Lines { get; init; }

    /// <summary>The articles that it rests on.</summary>
    public required Lazy<IReadOnlyList<ListLaw>> Law { get; init; }

    /// <summary>The columns that maps and JSON have: all but the sentences on measures.</summary>
    public IReadOnlyList<DisposalColumn> MapColumns => [.. Columns.Where(DisposalColumns.All.Contains)];
}

/// <summary>A line of a list: read off an evaluation, or as it was issued.</summary>
public readonly struct ListLine
{
    private readonly DisposalRow _judged;
    private readonly IssuedRow? _issued;

    private ListLine(DisposalRow judged, IssuedRow? issued, string id) => (_judged, _issued, Id) = (judged, issued, id);

    /// <summary>What the plot is called in the list, no other one's (<see cref="ListBasis.IdOf"/>).</summary>
    public string Id { get; }

    public PlotKey Plot => _issued is null ? PlotKey.Of(_judged.Plot) : _issued.Plot;

    /// <summary>Null where the plot has none, or the list was made without.</summary>
    public PlotShape? Shape => _issued is null ? _judged.Plot.Shape : _issued.Shape;

    public static ListLine Of(DisposalRow row, ListBasis basis) => new(row, null, basis.IdOf(row.Plot));

    public static ListLine Of(IssuedRow row) => new(default, row, row.Id);

    /// <summary>The cell of a column.</summary>
    public Fact this[DisposalColumn column] => _issued is null ? column.Of(_judged) : _issued[column];
}

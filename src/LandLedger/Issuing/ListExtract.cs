using LandLedger.Disposal;
using LandLedger.Import;

namespace LandLedger.Issuing;

/// <summary>
/// What somebody has of an issued list who does not see all of its plots (摘录): the rows of those that he sees, numbered anew, what these add
/// up to as they stand, and of the steps those about the list as a whole and about these rows. How many rows it leaves out, and what is of the whole
/// list alone (digests, articles, what cases kept off it, what was not judged, places in the ledger), it does not tell.
/// </summary>
public sealed class ListExtract
{
    private const int Batch = 256;

    private readonly ListBook _book;
    private readonly IssuedList _whole;
    private readonly IReadOnlySet<string> _shared;

    /// <summary>The rows that are seen, from 1, in order.</summary>
    private readonly int[] _places;

    private ListExtract(ListBook book, IssuedList whole, int[] places, IReadOnlySet<string> shared)
    {
        (_book, _whole, _places, _shared) = (book, whole, places, shared);
        List = whole with
        {
            IsExtract = true,
            Rows = places.Length,
            Totals = RowTotals.Of(Rows()),
            Steps = StepsOf(whole, places),
            Entries = [],
            Sha256 = "",
            Files = new Dictionary<string, string>(StringComparer.Ordinal),
            Law = [],
            Key = null,
        };
    }

    public IssuedList List { get; }

    /// <summary>What it says.</summary>
    public ListContents Contents => ListBook.Contents(List, Rows());

    /// <summary>Null where no plot of the list is seen: to whom it would be one, there is no such list.</summary>
    /// <param name="seen">Which of some plots are seen.</param>
    /// <param name="shared">Numbers that several plots share which are seen: by these alone no plot is known.</param>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    internal static ListExtract? Of(
        ListBook book,
        IssuedList whole,
        Func<IReadOnlyList<PlotKey>, IReadOnlySet<PlotKey>> seen,
        IReadOnlySet<string> shared
    )
    {
        var places = new List<int>();
        var last = 0;
        foreach (var plots in book.Rows(whole).Select(row => row.Plot).Chunk(Batch))
        {
            var among = seen(plots);
            foreach (var plot in plots)
            {
                last++;
                if (among.Contains(plot))
                    places.Add(last);
            }
        }
        return places.Count == 0 ? null : new(book, whole, [.. places], shared);
    }

    private IEnumerable<IssuedRow> Rows()
    {
        var (next, last) = (0, 0);
        foreach (var row in _book.Rows(_whole))
        {
            last++;
            if (next == _places.Length || _places[next] != last)
                continue;
            next++;
            yield return row with
            {
                Id = _shared.Contains(row.Plot.Number) ? row.Plot.ToString() : row.Plot.Number,
            };
        }
    }

    private static List<ListStep> StepsOf(IssuedList whole, int[] places)
    {
        var steps = new List<ListStep>();
        var now = new Dictionary<int, int>();
        for (var i = 0; i < whole.Steps.Count; i++)
        {
            var step = whole.Steps[i];
            if (step.Row is { } row)
            {
                if (Array.BinarySearch(places, row) is not (>= 0 and var place))
                    continue;
                step = step with { Row = place + 1 };
            }
            if (step.Objection is { } objection)
            {
                if (!now.TryGetValue(objection, out var place))
                    continue;
                step = step with { Objection = place };
            }
            steps.Add(step);
            now[i + 1] = steps.Count;
        }
        return steps;
    }
}

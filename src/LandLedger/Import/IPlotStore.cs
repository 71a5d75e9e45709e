using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Issuing;
using LandLedger.Layers;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Streams;

namespace LandLedger.Import;

/// <summary>What to read from a store. Plots come in order of county and number, by ordinal comparison.</summary>
public sealed record PlotQuery
{
    public static PlotQuery All { get; } = new();

    /// <summary>Whether <see cref="Plot.Shape"/> is wanted; leaving it out saves most of the reading.</summary>
    public bool Shapes { get; init; }

    /// <summary>Plots whose box meets this one, in degrees; plots without shape are left out then.</summary>
    public Box? Box { get; init; }

    /// <summary>Plots that the filter is true of. It must be one that the store does not refuse.</summary>
    public BoundFilter? Filter { get; init; }

    /// <summary>Start after this plot (exclusive), for paging by key.</summary>
    public PlotKey? After { get; init; }

    public int? Limit { get; init; }

    /// <summary>Whether plots that have an end day are wanted too.</summary>
    public bool Ended { get; init; }

    /// <summary>
    /// The plots that are in the register on this day: entered by then, as far as anybody knows, and without end day, or with a later one.
    /// Goes before <see cref="Ended"/>.
    /// </summary>
    public DateOnly? On { get; init; }

    /// <summary>Of plots with an end day those are wanted whose end day is later than this.</summary>
    public DateOnly EndsAfter => On ?? (Ended ? DateOnly.MinValue : DateOnly.MaxValue);

    /// <summary>Whether a plot that entered on that day, or nobody knows when, and has that end day, or none, is wanted.</summary>
    public bool Wants(DateOnly? enteredOn, DateOnly? endedOn) =>
        On is { } day ? !(enteredOn > day) && !(endedOn <= day) : endedOn is null || Ended;
}

/// <summary>West, south, east, north in degrees of longitude and latitude, bounds inclusive.</summary>
public readonly record struct Box(double West, double South, double East, double North);

/// <summary>Identity of a plot: county code first, so that stores can be split by county.</summary>
public readonly record struct PlotKey(string County, string Number) : IComparable<PlotKey>
{
    public int CompareTo(PlotKey other)
    {
        var byCounty = string.CompareOrdinal(County, other.County);
        return byCounty != 0 ? byCounty : string.CompareOrdinal(Number, other.Number);
    }

    public static PlotKey Of(Plot plot) => new(plot.County, plot.Number);

    /// <summary>"COUNTY:NUMBER": what a plot is called where its number alone will not do. The county is empty while nobody has said.</summary>
    public override string ToString() => $"{County}:{Number}";

    /// <summary>The key that such a name stands for, or null for any other text.</summary>
    public static PlotKey? Parse(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon is 0 or 6 && name.Length > colon + 1 && name.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            ? new(name[..colon], name[(colon + 1)..])
            : null;
    }
}

/// <summary>What a store is opened for.</summary>
public enum StoreMode
{
    /// <summary>It must be there and is not written.</summary>
    Read,

    /// <summary>It must be there.</summary>
    Write,

    /// <summary>
    /// As <see cref="Write"/>; where there is none it is an empty store: a file that the first import that commits makes, or
    /// the tables of a database, which are made at once.
    /// </summary>
    Create,
}

/// <summary>
/// Where plots are kept. Reading sees the last committed import; one import writes at a time. Trouble with disk or database is
/// a <see cref="StoreException"/>.
/// </summary>
public interface IPlotStore : IDisposable
{
    /// <summary>Streams plots with their supplements, delays, charges and stated years. Firms' years are not shared out here.</summary>
    /// <param name="cancel">Ends the reading; what the store is busy with for it is stopped.</param>
    /// <exception cref="OperationCanceledException">While enumerating, after <paramref name="cancel"/>.</exception>
    Stretched<Plot> Plots(PlotQuery query, CancellationToken cancel = default);

    /// <summary>Which plots a query finds, and the way to those of them that are wanted: for who has kept what he made of them.</summary>
    /// <param name="query">With a limit, as all that it finds are told at once.</param>
    /// <param name="whole">Whether most of the plots will be wanted: a store that is asked over a wire sends them with the same answer.</param>
    /// <exception cref="OperationCanceledException">After <paramref name="cancel"/>; the search is stopped.</exception>
    IPlotPage Page(PlotQuery query, bool whole = false, CancellationToken cancel = default);

    /// <summary>
    /// Plots of a query in an order, the same in every store, each with its place. No order but that of the key has an index: each call
    /// looks at all plots that the query finds, and with a limit keeps no more than that many.
    /// </summary>
    /// <param name="query">Its own start is not looked at; that of the order is.</param>
    IEnumerable<PlacedPlot> Sorted(PlotQuery query, PlotSort sort, CancellationToken cancel = default);

    /// <summary>
    /// How many plots a query finds, whatever its key and limit. Counted where they are stored: by an index where there is one for it,
    /// else by one pass; of the plots themselves nothing is read but outlines on the border of the area.
    /// </summary>
    /// <param name="area">Only plots that have a point in it are counted; its bounds take the place of the query's box.</param>
    /// <exception cref="OperationCanceledException">After <paramref name="cancel"/>; the counting is stopped.</exception>
    long Count(PlotQuery query, SearchBox? area = null, CancellationToken cancel = default);

    /// <summary>
    /// About how many plots <see cref="Count"/> would find in the query's box, told from what the store knows of its plots or from a
    /// thousand of them. The more particular a filter is, the rougher.
    /// </summary>
    long Estimate(PlotQuery query, CancellationToken cancel = default);

    /// <summary>The zones that plots in the register on a day name, and the plots that name none, each added up where it is stored; in order of their key.</summary>
    IReadOnlyList<ZoneSum> Zones(DateOnly on, CancellationToken cancel = default);

    /// <summary>Why a filter of <see cref="PlotQueryables"/> cannot be asked of this store; null when it can.</summary>
    FilterError? Refusal(BoundFilter filter);

    /// <summary>All plots of that number (several only where counties share a number), with shape, ended ones too.</summary>
    IReadOnlyList<Plot> Find(string number);

    /// <summary>A box that holds the outlines of all plots, ended ones too; null when there is none.</summary>
    Box? Extent();

    /// <summary>Numbers that plots of several counties have, ended ones too: by these alone no plot is known.</summary>
    IReadOnlySet<string> SharedNumbers();

    /// <summary>Plots that have supplements, delays or charges, ended ones too, each with how many it has of them; in order of the key.</summary>
    IEnumerable<(PlotKey Plot, int Parts)> PartCounts();

    /// <summary>
    /// Firms with their years and where they sit, in order of their key. Of a plot whose county nobody has said, that of the only plot of
    /// its number is told.
    /// </summary>
    IEnumerable<Firm> Firms();

    /// <summary>
    /// A text that is another one whenever what readers see has become another. It is never ahead of that: what is read after it is of its
    /// state or a later one. A store may hear of commits of others late, within seconds. It costs next to nothing: no plot is looked at. It
    /// may change without need, as when a store is tidied up.
    /// </summary>
    string Stamp();

    /// <summary>
    /// The state that readers see now, by a text that no other state of this store has while it is open: unlike <see cref="Stamp"/> it is
    /// never late, and is asked of the store itself. What is read between two looks at one state is of that state. Null where nobody can tell.
    /// </summary>
    string? State();

    IReadOnlyList<ImportEntry> Imports();

    /// <summary>How plots and firms came to be what they are.</summary>
    ILedger Ledger { get; }

    /// <summary>The cases about the plots.</summary>
    ICaseStore Cases { get; }

    /// <summary>The disposal lists that were issued.</summary>
    IListStore Lists { get; }

    /// <summary>Who may sign in to a service over the store.</summary>
    ITokenStore Tokens { get; }

    /// <summary>The reference layers beside the plots.</summary>
    ILayerStore Layers { get; }

    /// <summary>Opens the one write transaction; disposing it without commit leaves the store as it was.</summary>
    IImport BeginImport();
}

/// <summary>One import as the store remembers it: number, when (UTC), the sources with their SHA-256, and the counts.</summary>
public sealed record ImportEntry(
    long Id,
    DateTimeOffset RecordedAt,
    IReadOnlyList<ImportSource> Sources,
    int Added,
    int Changed,
    int Same,
    int Ended,
    int Refused
)
{
    /// <summary>The day that the files stood for; null where an older program wrote the entry.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A file that was read: its name is what later imports of the same source are matched by.</summary>
public sealed record ImportSource(string Name, string Sha256)
{
    /// <summary>What whoever wrote it knows it by, escaped as in a URI; null where he gave nothing. No other source of a store has it.</summary>
    public string? Key { get; init; }
}

/// <summary>A write transaction on a store.</summary>
public interface IImport : IDisposable
{
    /// <summary>
    /// Plots of that number as this transaction sees them. With <paramref name="shapes"/> false a shape comes with its box and
    /// CRS but empty <see cref="Geometry.PlotShape.Wkb"/>; put back like that, the stored outline stays as it is.
    /// </summary>
    IReadOnlyList<Plot> Find(string number, bool shapes);

    /// <summary>Plots of that supervision number (电子监管号) as this transaction sees them, with shapes; one contract may supply several.</summary>
    IReadOnlyList<Plot> FindSupervised(string number);

    /// <summary>True while the store has no plot at all, this transaction's own included, so that look-ups can be saved.</summary>
    bool IsEmpty { get; }

    /// <summary>The last entry of the ledger before this transaction; null where there is none.</summary>
    LastEntry? LastEntry { get; }

    /// <summary>The source that an earlier transaction kept by that key (<see cref="ImportSource.Key"/>).</summary>
    ImportSource? Keyed(string key);

    /// <summary>Appends an entry to the ledger: it comes after all others and makes this head.</summary>
    void Append(LedgerRow entry, LedgerHead head);

    /// <summary>Inserts or replaces a plot with its supplements, delays, charges and years.</summary>
    void Put(Plot plot);

    /// <summary>Gives a plot whose county nobody had said its county; everything that hangs on it moves along.</summary>
    void Move(PlotKey plot, string county);

    /// <summary>As <see cref="IPlotStore.Firms"/> tells it, by its key.</summary>
    Firm? FindFirm(string key);

    /// <summary>All firms as this transaction sees them, as <see cref="IPlotStore.Firms"/> tells them.</summary>
    IEnumerable<Firm> Firms();

    /// <summary>
    /// Plots that firms sit on of which nobody has said the county, where plots with a county have the number: in order of firm and number,
    /// each once.
    /// </summary>
    IReadOnlyList<UnplacedSeat> Unplaced();

    void Put(Firm firm);

    /// <summary>Puts a firm in place of itself and of what is kept under another key: what sources state of that they now state of it.</summary>
    void Join(string key, Firm into);

    /// <summary>Notes that a source lists a plot; what an earlier import of the same source listed and this one does not has ended.</summary>
    void Seen(string source, PlotKey plot);

    /// <summary>
    /// Plots not yet ended that the source listed before this import and that were not seen in it, unless another source still
    /// lists them. Of a source that is itself part of this import only what was seen counts, so note all sources first.
    /// </summary>
    IReadOnlyList<PlotKey> NoLongerListed(string source);

    /// <summary>Each county whose plots the source listed before this import. The county is empty where nobody had said.</summary>
    IReadOnlyList<SourceCounty> CountiesOf(string source);

    /// <summary>What the source listed of a county stays listed, seen in this import or not.</summary>
    void KeepListed(string source, string county);

    /// <summary>What the source stated of firms before this import, and every other source that states the same.</summary>
    IReadOnlyList<StatedFirmRow> FirmRowsOf(string source);

    /// <summary>From now on the source states these of firms, each with its county, and nothing else.</summary>
    void PutFirmRows(string source, IReadOnlyDictionary<FirmRow, string> rows);

    /// <summary>Inserts or replaces a case with its steps.</summary>
    void Put(CaseRow filed);

    /// <summary>Inserts or replaces an issued list with its steps.</summary>
    void Put(ListRow list);

    /// <summary>Keeps a problem with the import.</summary>
    void Put(ImportIssue issue);

    /// <summary>Writes the entry and ends the transaction.</summary>
    void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report);
}

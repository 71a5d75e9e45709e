using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>Supplements, delays, charges and years of plots, from their own tables: which columns, and what they become.</summary>
internal static class PlotChildren
{
    public static readonly ChildTable<Supplement> Supplements = new(
        "supplements",
        "signed_on, agreed_start, agreed_completion, reason",
        (row, at) =>
            new()
            {
                SignedOn = row.Date(at),
                AgreedStart = row.Date(at + 1),
                AgreedCompletion = row.Date(at + 2),
                Reason = row.TextOrNull(at + 3),
            }
    );

    public static readonly ChildTable<Delay> Delays = new(
        "delays",
        """kind, "from", "to", established, evidence, case_number""",
        (row, at) =>
            new()
            {
                Kind = CodeText.Parse<DelayKind>(row.TextOrNull(at)),
                From = row.Date(at + 1),
                To = row.Date(at + 2),
                Established = row.Flag(at + 3),
                Evidence = row.TextOrNull(at + 4),
                Case = row.TextOrNull(at + 5),
            }
    );

    public static readonly ChildTable<Charge> Charges = new(
        "charges",
        "certificate, mortgagee, registered_on, released_on, mu, secured",
        (row, at) =>
            new()
            {
                Certificate = row.TextOrNull(at),
                Mortgagee = row.TextOrNull(at + 1),
                RegisteredOn = row.Date(at + 2),
                ReleasedOn = row.Date(at + 3),
                Area = row.Number(at + 4) is { } mu ? Area.FromMu(mu) : null,
                Secured = row.Yuan(at + 5),
            }
    );

    public static readonly ChildTable<PlotYear> Years = new(
        "plot_years",
        "year, basis, tax, output, revenue, added_value, kilowatt_hours",
        (row, at) =>
            new()
            {
                Year = row.Whole(at)!.Value,
                Basis = row.Bytes(at + 1).SequenceEqual("shared"u8) ? YearBasis.Shared : YearBasis.Stated,
                Tax = row.Yuan(at + 2),
                Output = row.Yuan(at + 3),
                Revenue = row.Yuan(at + 4),
                AddedValue = row.Yuan(at + 5),
                KilowattHours = row.Number(at + 6),
            }
    );

    /// <summary>Columns after those of the plot: its children, as arrays of records.</summary>
    public static readonly string Select = $"{Supplements.OfPlot}, {Delays.OfPlot}, {Charges.OfPlot}, {Years.OfPlot}";

    private const string CountsSql = """
        SELECT record_send(ROW(county, plot, count(*)::int4))
        FROM (
          SELECT county, plot FROM supplements
          UNION ALL SELECT county, plot FROM delays
          UNION ALL SELECT county, plot FROM charges
        ) parts
        GROUP BY county, plot ORDER BY county, plot
        """;

    /// <summary>How many columns these are.</summary>
    public const int Count = 4;

    private static readonly int First = PlotColumns.Names.Length;

    /// <summary>As <see cref="IPlotStore.PartCounts"/>.</summary>
    public static IEnumerable<(PlotKey Plot, int Parts)> Counts(Session session)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(CountsSql));
        while (query.Next())
            yield return (new(query.Row.Text(0), query.Row.Text(1)), query.Row.Whole(2)!.Value);
    }

    /// <summary>The children in the columns of <see cref="Select"/>.</summary>
    public static PlotParts Of(Record plot) =>
        new()
        {
            Supplements = plot.List(First, Supplements.Read),
            Delays = plot.List(First + 1, Delays.Read),
            Charges = plot.List(First + 2, Charges.Read),
            Years = plot.List(First + 3, Years.Read),
        };
}

/// <summary>A table whose rows belong to plots and keep their order by <c>seq</c>.</summary>
internal sealed class ChildTable<T>(string name, string columns, Func<Record, int, T> read)
{
    /// <summary>All rows of one plot p, as one array.</summary>
    public string OfPlot { get; } =
        $"ARRAY(SELECT ROW({columns}) FROM {name} c WHERE c.county = p.county AND c.plot = p.plot ORDER BY c.seq)";

    /// <summary>The rows of a stretch of plots, in order of their number, which comes first.</summary>
    public string OfRange { get; } =
        $"SELECT record_send(ROW(plot, {columns})) FROM {name} WHERE {KeyRange.Condition} ORDER BY plot, seq";

    public T Read(Record element) => read(element, 0);

    public T ReadAfterNumber(Record row) => read(row, 1);
}

using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Writing;

/// <summary>
/// Plots that were put, written so many at a time: straight into the table while it is new, else beside it first, from where
/// those that are known are replaced and the others added.
/// </summary>
/// <param name="fresh">The table was empty at the start.</param>
internal sealed class PlotWriter(Session session, bool fresh)
{
    private const int Most = 2000;
    private const string Beside = "plots_put";

    private static readonly string Columns = string.Join(", ", PlotColumns.Names);

    private static readonly string BesideSql =
        $"CREATE TEMP TABLE {Beside} ON COMMIT DROP AS SELECT {Columns}, false AS keeps_outline FROM plots WITH NO DATA";

    private static readonly string ReplaceSql = $"""
        UPDATE plots p SET {string.Join(", ", PlotColumns.Names.Where(IsReplaced).Select(Replaced))}
        FROM {Beside} s WHERE p.county = s.county AND p.plot = s.plot
        """;

    private static readonly string AddSql =
        $"INSERT INTO plots ({Columns}) SELECT {Columns} FROM {Beside} ON CONFLICT (county, plot) DO NOTHING";

    private readonly Dictionary<PlotKey, Plot> _held = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _supervised = new(StringComparer.Ordinal);
    private bool _fresh = fresh;
    private bool _hasBeside;

    public void Put(Plot plot)
    {
        if (plot.Number.Length == 0)
            throw new ArgumentException("A plot needs a number", nameof(plot));
        var key = new PlotKey(plot.County, plot.Number);
        if (_held.ContainsKey(key) || _held.Count == Most)
            Flush();
        _held.Add(key, plot);
        _numbers.Add(plot.Number);
        if (plot.Grant.SupervisionNumber is { } supervision)
            _supervised.Add(supervision);
    }

    /// <summary>Whether a plot of that number is not written yet.</summary>
    public bool Holds(string number) => _numbers.Contains(number);

    /// <summary>Whether a plot of that supervision number is not written yet.</summary>
    public bool HoldsSupervised(string number) => _supervised.Contains(number);

    public void Flush()
    {
        if (_held.Count == 0)
            return;
        var plots = _held.Values;
        if (!(_fresh && Add(plots)))
        {
            _fresh = false;
            Replace(plots);
        }
        PlotChildWriter.Write(session, plots);
        _held.Clear();
        _numbers.Clear();
        _supervised.Clear();
    }

    /// <summary>False when one of them is there already.</summary>
    private bool Add(IReadOnlyCollection<Plot> plots)
    {
        session.Run("SAVEPOINT fresh");
        try
        {
            Copy.Into(session, $"plots ({Columns})", plots, (copy, plot) => Put(copy.Row(), plot));
            session.Run("RELEASE fresh");
            return true;
        }
        catch (StoreException e)
            when (e.InnerException is NpgsqlException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            session.Run("ROLLBACK TO fresh");
            return false;
        }
    }

    private void Replace(IReadOnlyCollection<Plot> plots)
    {
        session.Run(_hasBeside ? "TRUNCATE " + Beside : BesideSql);
        _hasBeside = true;
        Copy.Into(
            session,
            $"{Beside} ({Columns}, keeps_outline)",
            plots,
            (copy, plot) => Put(copy.Row(), plot).Put((bool?)(plot.Shape is { Wkb.IsEmpty: true }))
        );
        // So few and known to be few: else the whole table of plots might be read for them.
        session.Run($"ANALYZE {Beside} (county, plot)");
        PlotChildWriter.Delete(session, Beside);
        session.Run(ReplaceSql);
        session.Run(AddSql);
    }

    private static Copy Put(Copy copy, Plot plot)
    {
        foreach (var field in PlotFields.All)
        {
            if (field == PlotFields.County)
                copy.Put(plot.County);
            else
                Put(copy, field.Of(plot));
        }
        var shape = plot.Shape is { Wkb.IsEmpty: false } outline ? outline : null;
        return copy.Put(plot.Measured?.Plane.Mu)
            .Put(plot.Measured?.PlaneCrs)
            .Put(plot.Measured?.Ellipsoidal.Mu)
            .Put(shape?.SurveyCrs)
            .Put(plot.EndedOn)
            .Put(plot.EnteredOn)
            .Put(shape is null ? null : Outline.Of(shape));
    }

    private static void Put(Copy copy, Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                copy.Put(fact.Number);
                break;
            case FactKind.Date:
                copy.Put(fact.Date);
                break;
            case FactKind.Flag:
                copy.Put(fact.Flag);
                break;
            default:
                copy.Put(fact.Text);
                break;
        }
    }

    private static bool IsReplaced(string column) => column is not ("plot" or "county");

    private static string Replaced(string column) =>
        column is "geom" or "survey_crs"
            ? $"{column} = CASE WHEN s.keeps_outline THEN p.{column} ELSE s.{column} END"
            : $"{column} = s.{column}";
}

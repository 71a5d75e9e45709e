using System.Collections.Frozen;
using System.Reflection;
using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>The layouts that come with the program, and the reading of others.</summary>
public static class Layouts
{
    private const string Prefix = "layouts/";

    private static readonly FrozenDictionary<string, Layout> BuiltIn = Load().ToFrozenDictionary(x => x.Id);

    /// <summary>Built-in layouts, our own first, then by id in ordinal order.</summary>
    public static IReadOnlyList<Layout> All { get; } =
    [.. BuiltIn.Values.OrderBy(x => x.Id != "own").ThenBy(x => x.Id, StringComparer.Ordinal)];

    /// <summary>Null for a foreign id.</summary>
    public static Layout? Find(string id) => BuiltIn.GetValueOrDefault(id);

    /// <summary>A layout in JSON, UTF-8.</summary>
    /// <exception cref="LayoutException">It is no layout.</exception>
    public static Layout Read(Stream json) => LayoutJson.Read(json);

    /// <summary>
    /// The built-in layout whose required columns are there and that knows most of the columns; of equals the one whose signature the
    /// titles bear, that requires more, that knows more columns of any sort, or our own. A layout whose own units would count is only
    /// taken when the titles bear its signature. Null when there is none, or when plots are numbered by a stand-in alone and
    /// such a layout fits as well: nobody guesses a unit. The issues of the file say why.
    /// </summary>
    public static ColumnMap? Choose(RawFile file)
    {
        var maps = All.Select(layout => ColumnMap.Of(file, layout).WithStatedYear(file)).ToList();
        var fitting = maps.Where(map => map.Missing.Count == 0).ToList();
        var sure = fitting.Where(map => !UsesOwnUnits(map) || map.Layout.Signs(file.Columns)).ToList();
        var best = Best([.. sure, .. maps.Where(LacksYearAlone)], file);
        if (
            best is { Missing.Count: 0 }
            && (sure.Count == fitting.Count || best.Find(PlotFields.Plot) is not { StandIn: true })
        )
            return best;
        if (file.Columns.All(column => CellText.IsBlank(column.Title)))
            file.Add("layout.no-titles", Severity.Refuse);
        else if (best is { Missing.Count: > 0 })
            file.Add(
                "layout.year-missing",
                Severity.Refuse,
                ("layouts", best.Layout.Id),
                ("titles", FileIssues.Titles(file.Columns))
            );
        else if (fitting.Count == 0)
            file.Add("layout.unknown", Severity.Refuse, ("titles", FileIssues.Titles(file.Columns)));
        else
            Tell(file, fitting);
        return null;
    }

    /// <summary>A table of yearly figures that says of no year.</summary>
    private static bool LacksYearAlone(ColumnMap map) =>
        map.Missing is [var missing]
        && missing == RowFields.Year
        && map.Columns.Any(column => RowYears.Holds(column.Field));

    private static bool UsesOwnUnits(ColumnMap map) =>
        map.Columns.Any(column => column.UnitSource == UnitSource.Layout);

    private static ColumnMap? Best(List<ColumnMap> maps, RawFile file)
    {
        ColumnMap? best = null;
        foreach (var map in maps)
        {
            var more = best is null ? 1 : Telling(map) - Telling(best);
            if (more == 0)
                more = map.Layout.Signs(file.Columns).CompareTo(best!.Layout.Signs(file.Columns));
            if (more == 0)
                more = map.Layout.Required.Count - best!.Layout.Required.Count;
            if (more == 0 && map.Layout.Row == best!.Layout.Row)
                more = Known(map) - Known(best);
            if (more > 0)
                best = map;
        }
        return best;
    }

    /// <summary>Names the layouts between which nothing in the titles decides, and the columns whose units hang on it.</summary>
    private static void Tell(RawFile file, List<ColumnMap> maps)
    {
        var unclear = maps.SelectMany(map => map.Columns)
            .Where(column => column.UnitSource == UnitSource.Layout)
            .Select(column => column.Column)
            .Distinct();
        file.Add(
            maps.Count == 1 ? "layout.unsure" : "layout.tie",
            Severity.Refuse,
            ("layouts", string.Join(',', maps.Select(map => map.Layout.Id))),
            ("titles", FileIssues.Titles(unclear)),
            ("first", maps[0].Layout.Id)
        );
    }

    /// <summary>Columns that tell plots from firms; names, holders and remarks stand in every kind of table.</summary>
    private static int Telling(ColumnMap map) =>
        map.Columns.Where(x => !Everywhere.Contains(x.Field)).Select(x => x.Column).Distinct().Count();

    private static int Known(ColumnMap map) => map.Columns.Select(x => x.Column).Distinct().Count();

    private static readonly HashSet<Field> Everywhere =
    [
        PlotFields.County,
        PlotFields.Name,
        PlotFields.Zone,
        PlotFields.Town,
        PlotFields.Location,
        PlotFields.Holder,
        PlotFields.CreditCode,
        PlotFields.Sector,
        PlotFields.AboveScale,
        PlotFields.Remark,
        RowFields.Firm,
        RowFields.FirmCode,
    ];

    private static IEnumerable<Layout> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return Read(stream);
        }
    }
}

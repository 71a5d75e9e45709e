using System.Collections.Frozen;
using System.Reflection;
using LandLedger.Fields;

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
    /// <exception cref="FormatException">It is no layout; the message says where and why.</exception>
    public static Layout Read(Stream json) => LayoutJson.Read(json);

    /// <summary>
    /// The built-in layout whose required columns are there and that knows most of the columns, of equals the one that requires more,
    /// of equals for one kind of row the one that knows more columns of any sort. Null when there is none, or when several of equal
    /// standing would read the file differently: nobody guesses which. The issues of the file say why.
    /// </summary>
    public static ColumnMap? Choose(RawFile file)
    {
        ColumnMap? best = null;
        var ties = new List<ColumnMap>();
        foreach (var map in All.Select(layout => ColumnMap.Of(file, layout)).Where(map => map.Missing.Count == 0))
        {
            var more = best is null ? 1 : Telling(map) - Telling(best);
            if (more == 0)
                more = map.Layout.Required.Count - best!.Layout.Required.Count;
            if (more == 0 && map.Layout.Row == best!.Layout.Row)
                more = Known(map) - Known(best);
            if (more > 0)
            {
                best = map;
                ties.Clear();
            }
            else if (more == 0 && !SameReading(map, best!))
                ties.Add(map);
        }
        if (best is not null && ties.Count == 0)
            return best;
        if (best is null)
            file.Add("layout.unknown", Severity.Refuse, ("titles", FileIssues.Titles(file.Columns)));
        else
            Tell(file, best, ties);
        return null;
    }

    /// <summary>Names the layouts between which nothing in the titles decides, and the columns that they read differently.</summary>
    private static void Tell(RawFile file, ColumnMap best, List<ColumnMap> ties)
    {
        var differing = Acting(best)
            .Where(column => ties.Exists(tie => !Acting(tie).Contains(column)))
            .Select(column => column.Column);
        file.Add(
            "layout.tie",
            Severity.Refuse,
            ("layouts", string.Join(',', ties.Prepend(best).Select(map => map.Layout.Id))),
            ("titles", FileIssues.Titles(differing)),
            ("first", best.Layout.Id)
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

    private static bool SameReading(ColumnMap left, ColumnMap right) =>
        left.Layout.Row == right.Layout.Row && Acting(left).SequenceEqual(Acting(right));

    private static IEnumerable<MappedColumn> Acting(ColumnMap map) =>
        map.Columns.Where(column => !column.StandIn || map.Find(column.Field) == column);

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

using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>Where a column's unit comes from.</summary>
public enum UnitSource
{
    /// <summary>Dates, texts, flags and bare counts have none.</summary>
    None,
    Title,

    /// <summary>"单位：万元、亩" above the header.</summary>
    Heading,
    Layout,

    /// <summary>Named by field id, whose unit the dictionary states.</summary>
    Field,

    /// <summary>Stated nowhere: numbers without a unit of their own are taken in the unit of the fact, with a warning.</summary>
    Assumed,
}

/// <summary>A column that was recognised: its field, the unit of its numbers, and where that unit was stated.</summary>
/// <param name="StandIn">Used because no other column of the file names the field.</param>
public sealed record MappedColumn(
    RawColumn Column,
    Field Field,
    FileUnit? Unit,
    UnitSource UnitSource,
    bool ZeroIsUnknown,
    bool StandIn
)
{
    /// <summary>Calendar year that the title names, in columns of yearly figures ("2023年税收"); else null.</summary>
    public int? Year { get; init; }

    /// <summary>Whether it only adds to another column of its field, or states the same in another unit or by another name.</summary>
    internal bool Further { get; init; }

    /// <summary>Whether the title is only the beginning of one that names the field.</summary>
    internal bool Cut { get; init; }

    /// <summary>Where the fact of the column stands among those of a row.</summary>
    internal int Slot { get; init; } = Field.Ordinal;
}

/// <summary>Which column of a file is which field.</summary>
public sealed record ColumnMap(Layout Layout, IReadOnlyList<MappedColumn> Columns, IReadOnlyList<RawColumn> Unknown)
{
    /// <summary>Columns that named a field which another column names better; they are not read.</summary>
    public IReadOnlyList<(RawColumn Column, MappedColumn Used)> Twice { get; init; } = [];

    /// <summary>Texts above the header that say something of units which nobody can read.</summary>
    internal IReadOnlyList<string> UnreadUnits { get; init; } = [];

    /// <summary>Whether the supervision number stands in for the plot number that no column gives.</summary>
    internal bool NamesBySupervision { get; } =
        Columns.FirstOrDefault(column => column.Field == PlotFields.Plot) is { StandIn: true } plot
        && Columns.Any(column => column.Field == PlotFields.SupervisionNumber && column.Column == plot.Column);

    /// <summary>The year that the table states outside its columns, where its layout needs one and no column gives any.</summary>
    internal StatedYear? StatedYear { get; private init; }

    public MappedColumn? Find(Field field) => Columns.FirstOrDefault(column => ReferenceEquals(column.Field, field));

    /// <summary>Facts that a row may hold: one a field, and one more for each column whose title names a year or that only adds to another.</summary>
    internal int Slots => RowFields.Columns.Count + Columns.Count(column => column.Year is not null || column.Further);

    /// <summary>Takes the year that stands outside the columns where it alone is missing, or figures stand in columns without a year.</summary>
    internal ColumnMap WithStatedYear(RawFile file) =>
        Find(RowFields.Year) is null && (Missing is [var missing] ? missing == RowFields.Year : HasUndatedFigures)
            ? this with
            {
                StatedYear = StatedYear.Of(file),
            }
            : this;

    private bool HasUndatedFigures =>
        Columns.Any(column => column.Year is null && RowFields.Yearly.Contains(column.Field));

    /// <summary>Fields that the layout requires and nothing gives. Titles that name a year stand for the year, as does the name or title of the table.</summary>
    public IReadOnlyList<Field> Missing =>
        [
            .. Layout.Required.Where(required =>
                Find(required) is null
                && !(
                    required == RowFields.Year
                    && (StatedYear is not null || Columns.Any(column => column.Year is not null))
                )
            ),
        ];

    /// <summary>Maps the columns by their titles. Nothing is reported yet: see <see cref="Report"/>.</summary>
    public static ColumnMap Of(RawFile file, Layout layout)
    {
        var index = new TitleIndex(layout);
        var units = HeadingUnits.Of(file.Heading);
        var titles = file
            .Columns.Where(column => !CellText.IsBlank(column.Title))
            .Select(column => (Column: column, Split: TitleText.Of(column.Title)))
            .Select(x => (x.Column, x.Split, Matches: Matches(index, x.Column, x.Split)))
            .ToList();

        var mapped = new Dictionary<(Field Field, int? Year), MappedColumn>();
        var used = new HashSet<RawColumn>();
        var pairs = titles
            .SelectMany(x => x.Matches.Select(match => (x.Column, x.Split, Match: match)))
            .Where(x => x.Match.Column is { StandIn: false, Further: false })
            .OrderBy(x => x.Match.Rank)
            .ThenBy(x => x.Column.Index);
        foreach (var (column, split, match) in pairs)
        {
            if (used.Contains(column) || mapped.ContainsKey((match.Column.Field, split.Year)))
                continue;
            var slot = RowFields.Columns.Count + mapped.Keys.Count(key => key.Year is not null);
            var next = Mapped(column, split, match.Column, units, cut: match.Rank == int.MaxValue);
            mapped.Add(
                (match.Column.Field, split.Year),
                split.Year is null ? next : next with { Year = split.Year, Slot = slot }
            );
            used.Add(column);
        }
        var standIns = titles
            .SelectMany(x => x.Matches.Where(match => match.Column.StandIn), (x, match) => (x.Column, x.Split, match))
            .Where(x => !mapped.ContainsKey((x.match.Column.Field, null)))
            .DistinctBy(x => x.match.Column.Field)
            .Select(x => Mapped(x.Column, x.Split, x.match.Column, units))
            .ToList();
        used.UnionWith(standIns.Select(x => x.Column));
        var inOtherUnits = titles
            .Where(x => !used.Contains(x.Column) && x.Split.Year is null)
            .SelectMany(
                x => x.Matches.Where(match => mapped.ContainsKey((match.Column.Field, null))).Take(1),
                (x, match) => Mapped(x.Column, x.Split, match.Column, units)
            )
            .Where(next => SaysTheSame(mapped[(next.Field, null)], next))
            .ToList();
        used.UnionWith(inOtherUnits.Select(x => x.Column));
        var firstSlot = RowFields.Columns.Count + mapped.Keys.Count(key => key.Year is not null);
        var further = titles
            .Where(x => !used.Contains(x.Column))
            .SelectMany(
                x => x.Matches.Where(match => match.Column.Further).Take(1),
                (x, match) => (x.Column, x.Split, match)
            )
            .Select(x => Mapped(x.Column, x.Split, x.match.Column, units))
            .Concat(inOtherUnits)
            .Select((next, i) => next with { Further = true, Slot = firstSlot + i })
            .ToList();
        used.UnionWith(further.Select(x => x.Column));
        return new(
            layout,
            [.. mapped.Values.OrderBy(x => x.Column.Index), .. standIns, .. further],
            [
                .. titles
                    .Where(x =>
                        x.Matches.Count == 0
                        && !Words.IsSerialTitle(x.Split.Name[(x.Split.Name.LastIndexOf('/') + 1)..])
                    )
                    .Select(x => x.Column),
            ]
        )
        {
            UnreadUnits = units.Unread,
            Twice =
            [
                .. titles
                    .Where(x => !used.Contains(x.Column))
                    .SelectMany(x =>
                        x.Matches.Where(match => mapped.ContainsKey((match.Column.Field, x.Split.Year)))
                            .Take(1)
                            .Select(match => (x.Column, mapped[(match.Column.Field, x.Split.Year)]))
                    ),
            ],
        };
    }

    private static IReadOnlyList<TitleMatch> Matches(TitleIndex index, RawColumn column, TitleText split) =>
        index.Find(column.Title, split, out _) is { Count: > 0 } whole ? whole
        : column.MayBeCut ? index.FindCut(column.Title)
        : [];

    /// <summary>Tells what the mapping left open in the issues of the file; false when the file cannot be read so.</summary>
    public bool Report(RawFile file)
    {
        if (Missing.Count > 0)
        {
            foreach (var field in Missing)
                file.Add(
                    "column.missing",
                    Severity.Refuse,
                    ("field", field.Id),
                    ("titles", FileIssues.Titles(file.Columns))
                );
            return false;
        }
        var unclear = UnitNotes.Unclear(this);
        if (UnreadUnits.Count > 0 && unclear.Count > 0)
        {
            file.Add(
                "unit.heading",
                Severity.Refuse,
                ("value", FileIssues.Cut(string.Join(' ', UnreadUnits))),
                ("titles", FileIssues.Titles(unclear.Select(column => column.Column)))
            );
            return false;
        }
        if (!WhoseDates.AreClear(this, file) || !HasUnitsOfItsKinds(file))
            return false;
        if (StatedYear is { } stated)
            file.Issues.Add(
                new RawPlace(file.Name, null, null).Issue(
                    "year.stated",
                    Severity.Warn,
                    ("value", stated.Text),
                    ("year", CellText.Count(stated.Year))
                )
            );
        foreach (var (column, used) in Twice)
            file.Add(
                "column.twice",
                Severity.Warn,
                column,
                used.Field,
                ("index", CellText.Count(column.Index + 1)),
                ("used", used.Column.Title),
                ("usedIndex", CellText.Count(used.Column.Index + 1))
            );
        if (Layout.Row == RowKind.Plot && Find(RowFields.Firm) is null && Find(RowFields.FirmCode) is null)
        {
            foreach (var staff in Columns.Where(x => x.Field == RowFields.Staff))
                file.Add("column.of-firms", Severity.Warn, staff.Column, staff.Field);
        }
        foreach (var column in Columns.Where(x => x.Cut))
            file.Add("column.cut", Severity.Warn, column.Column, column.Field);
        foreach (var column in Columns.Where(x => x.StandIn))
            file.Add(
                NamesBySupervision && column.Field == PlotFields.Plot ? "column.supervision" : "column.stand-in",
                Severity.Note,
                column.Column,
                column.Field
            );
        if (file.HasOutlines && UnsureArea() is { } area)
            file.Add("column.area-basis", Severity.Note, area, PlotFields.StatedMu);
        var remarked = Columns.Select(x => x.Column).Where(x => TitleText.Of(x.Title).Remark is not null).ToList();
        if (remarked.Count > 0)
            file.Add("column.remark", Severity.Note, ("titles", FileIssues.Titles(remarked)));
        if (Unknown.Count > 0 && file.NamesItsColumns)
        {
            var count = CellText.Count(Unknown.Count);
            file.Add("column.unknown", Severity.Note, ("count", count), ("titles", FileIssues.Titles(Unknown)));
        }
        return true;
    }

    /// <summary>A price "per mu" in a column of prices, a share in one of areas: to read it in another unit would make another fact of it.</summary>
    private bool HasUnitsOfItsKinds(RawFile file)
    {
        var clear = true;
        foreach (var column in Columns)
        {
            if (
                FileUnit.Own(column.Field.Unit) is not { } own
                || TitleText.Of(column.Column.Title).Unit is not { } stated
                || stated.For(column.Field.Unit) is not null
            )
                continue;
            clear = false;
            file.Add(
                "unit.other-kind",
                Severity.Refuse,
                column.Column,
                column.Field,
                ("unit", stated.Id),
                ("asUnit", own.Id)
            );
        }
        return clear;
    }

    /// <summary>Whether all that keeps a table out is that its titles are those of no ledger: a note, a dictionary, a summary.</summary>
    internal static bool IsNoLedger(RawFile file) =>
        file.Issues.TrueForAll(issue =>
            issue.Severity != Severity.Refuse || issue.Code is "layout.unknown" or "column.missing"
        );

    /// <summary>
    /// A column taken as the stated area by a built-in layout, though its title does not say that a paper states it: beside outlines
    /// it may be computed.
    /// </summary>
    private RawColumn? UnsureArea() =>
        Find(PlotFields.StatedMu)?.Column is { } column
        && !Words.NamesPaper(column.Title)
        && ReferenceEquals(Layouts.Find(Layout.Id), Layout)
            ? column
            : null;

    /// <summary>
    /// 面积（公顷） beside 面积（亩）: one name, and each title states a unit. 宗地面积 beside 用地面积: two names of the area.
    /// </summary>
    private static bool SaysTheSame(MappedColumn one, MappedColumn other) =>
        TitleText.Of(one.Column.Title).Name == TitleText.Of(other.Column.Title).Name
            ? one.UnitSource == UnitSource.Title && other.UnitSource == UnitSource.Title && one.Unit != other.Unit
            : one.Field == PlotFields.StatedMu;

    private static MappedColumn Mapped(
        RawColumn column,
        TitleText split,
        LayoutColumn layout,
        HeadingUnits headings,
        bool cut = false
    )
    {
        var (unit, source) = UnitOf(column, split, layout, headings);
        return new(column, layout.Field, unit, source, layout.ZeroIsUnknown, layout.StandIn) { Cut = cut };
    }

    private static (FileUnit?, UnitSource) UnitOf(
        RawColumn column,
        TitleText split,
        LayoutColumn layout,
        HeadingUnits headings
    )
    {
        var field = layout.Field;
        if (split.Unit?.For(field.Unit) is { } stated)
            return (stated, UnitSource.Title);
        if (!FileUnit.MustBeStated(field.Unit))
            return (layout.Unit, layout.Unit is null ? UnitSource.None : UnitSource.Layout);
        if (headings.For(field.Unit) is { } heading)
            return (heading, UnitSource.Heading);
        if (layout.Unit is not null)
            return (layout.Unit, UnitSource.Layout);
        var own = FileUnit.Own(field.Unit);
        return (own, CellText.Plain(column.Title) == field.Id ? UnitSource.Field : UnitSource.Assumed);
    }
}

using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>One way to read a title: the column of the layout and how well the title names it, 0 best.</summary>
internal readonly record struct TitleMatch(LayoutColumn Column, int Rank);

/// <summary>The titles that a layout knows, in plain form.</summary>
internal sealed class TitleIndex
{
    private readonly Dictionary<string, List<TitleMatch>> _byTitle = new(StringComparer.Ordinal);

    public TitleIndex(Layout layout)
    {
        var titled = new HashSet<Field>();
        foreach (var column in layout.Columns)
        {
            var rank = 0;
            if (layout.OwnTitles && !column.StandIn && titled.Add(column.Field))
                AddOwn(column);
            foreach (var title in column.Titles)
                Add(title, column, ++rank);
        }
        if (!layout.OwnTitles)
            return;
        foreach (var field in RowFields.Columns)
        {
            if (titled.Add(field))
                AddOwn(new(field, []));
        }
    }

    /// <summary>
    /// Readings of a title, best first: the whole title, without its unit, its header rows run together, its last header row alone.
    /// </summary>
    /// <param name="grouped">True when the header rows above change what the last one means.</param>
    public IReadOnlyList<TitleMatch> Find(string title, TitleText split, out bool grouped)
    {
        grouped = false;
        if (split.Year is not null)
            return OfYear(split, out grouped);
        return FindPlain(CellText.Plain(title), split, out grouped);
    }

    /// <summary>
    /// The field whose titles are the only ones to begin so, for a title of which the end is missing. Nothing where several fields do, and
    /// nothing for a field whose unit the missing end may have named.
    /// </summary>
    public IReadOnlyList<TitleMatch> FindCut(string title)
    {
        var begun = CellText.Plain(title);
        var matches = _byTitle
            .Where(known => known.Key.StartsWith(begun, StringComparison.Ordinal))
            .SelectMany(known => known.Value)
            .Where(match => !match.Column.StandIn)
            .ToList();
        return
            begun.Length > 1
            && matches.Select(match => match.Column.Field).Distinct().ToList() is [var field]
            && !FileUnit.MustBeStated(field.Unit)
            ? [matches[0] with { Rank = int.MaxValue }]
            : [];
    }

    /// <summary>Only yearly figures have a year; of anything else a title with a year says something that no field holds.</summary>
    private IReadOnlyList<TitleMatch> OfYear(TitleText split, out bool grouped) =>
        [
            .. FindPlain(split.Name, split, out grouped)
                .Where(match => !match.Column.StandIn && RowFields.Yearly.Contains(match.Column.Field)),
        ];

    private List<TitleMatch> FindPlain(string whole, TitleText split, out bool grouped)
    {
        grouped = false;
        if (Known(whole) is { } matches || (matches = Known(split.Name)) is not null)
            return matches;
        var bar = split.Name.LastIndexOf('/');
        if (bar < 0 || Words.IsSerialTitle(split.Name[(bar + 1)..]))
            return [];
        if (Known(split.Name.Replace("/", "", StringComparison.Ordinal)) is { } joined)
        {
            grouped = true;
            return joined;
        }
        var (group, last) = (split.Name[..bar], split.Name[(bar + 1)..]);
        if (Words.Groups.Any(word => last.StartsWith(word, StringComparison.Ordinal)))
            return Known(last) ?? [];
        var meant = Words.Groups.Where(word => group.Contains(word, StringComparison.Ordinal)).ToList();
        if (meant.Count == 0 && Words.IsOtherGroup(group) && Words.IsBareTitle(last))
        {
            grouped = true;
            return [];
        }
        if (meant.Count == 0)
            return Known(last) ?? [];
        var known = meant.Select(word => Known(word + last)).FirstOrDefault(known => known is not null);
        grouped = known is not null;
        return known ?? [];
    }

    private List<TitleMatch>? Known(string plain) => _byTitle.GetValueOrDefault(plain);

    private void AddOwn(LayoutColumn column)
    {
        Add(column.Field.Id, column, 0);
        foreach (var texts in new[] { Texts.Chinese, Texts.English })
        {
            if (texts.Find("field." + column.Field.Id) is { } title)
                Add(title, column, 0);
        }
    }

    private void Add(string title, LayoutColumn column, int rank)
    {
        var plain = CellText.Plain(title);
        if (!_byTitle.TryGetValue(plain, out var matches))
            _byTitle.Add(plain, matches = []);
        if (!matches.Exists(match => match.Column == column))
            matches.Add(new(column, rank));
    }
}

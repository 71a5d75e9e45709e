using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads groups; one by sectors becomes a group for each of them.</summary>
internal static class GroupText
{
    private const decimal Full = 100m;

    public static IEnumerable<AppraisalGroup> Read(Node node)
    {
        node.Only(
            "id",
            "title",
            "scale",
            "holders",
            "sectors",
            "minLand",
            "formula",
            "indicators",
            "bands",
            "subletting",
            "maxBonus"
        );
        var id = node.Text("id");
        var title = node.Words("title");
        var scale = node.Code<Scale>("scale");
        var holders = node.Code<GroupHolders>("holders");
        var minLand = Cited.OpenNumber(node, "minLand", 0, 10_000);
        var formula = IndicatorText.Formula(node.Open("formula"));
        var indicators = Indicators(node, formula);
        var bands = BandText.Read(node.Open("bands"));
        var subletting = SublettingOf(node.Open("subletting"));
        var maxBonus = Cited.OpenNumber(node, "maxBonus", 0, 1000);
        var sectors = Sectors(node).ToList();
        if (id is null)
            return [];
        var group = new AppraisalGroup
        {
            Id = id,
            Title = title,
            AboveScale = scale is null or Scale.All ? null : scale == Scale.Above,
            Holders = holders ?? GroupHolders.All,
            MinLand = minLand,
            Formula = formula,
            Indicators = indicators,
            Bands = bands,
            Subletting = subletting,
            MaxBonus = maxBonus,
        };
        return sectors.Count == 0
            ? [group]
            : sectors.Select(sector => group with { Id = $"{id}/{sector.Id}", Sector = sector });
    }

    private static List<Indicator>? Indicators(Node node, ScoreFormula? formula)
    {
        if (node.Open("indicators") is null)
            return null;
        var read = node.Items("indicators")
            .Select(item => (Item: item, Indicator: IndicatorText.Indicator(item, formula)))
            .ToList();
        var indicators = read.Where(one => one.Indicator is not null).Select(one => one.Indicator!).ToList();
        if (read.Count == 0)
            node.Report("no-indicator", "[]", "indicators");
        foreach (var (item, indicator) in read)
        {
            if (indicator is not null && indicators.Find(other => other.Kind == indicator.Kind) != indicator)
                item.Report("twice", item.Text("kind")!, "kind");
        }
        var sum = indicators.Sum(indicator => indicator.Weight.Value);
        if (indicators.Count == read.Count && read.Count > 0 && sum != Full)
            node.Report("weights-not-full", FormattableString.Invariant($"{sum} ({Full})"), "indicators");
        return indicators;
    }

    private static IEnumerable<SectorGroup> Sectors(Node node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in node.Items("sectors"))
        {
            item.Only("id", "title", "codes");
            var id = item.Text("id");
            var title = item.Words("title");
            var codes = item.Open("codes") is null ? null : SectorCodes(item, "codes");
            if (id is null)
                continue;
            if (!seen.Add(id))
                item.Report("twice", id, "id");
            yield return new(id, title, codes);
        }
    }

    /// <summary>First digits of sectors by GB/T 4754, each two to four.</summary>
    public static List<string> SectorCodes(Node node, string name)
    {
        var codes = new List<string>();
        foreach (var (code, item) in node.Texts(name))
        {
            if (code.Length is < 2 or > 4 || code.AsSpan().ContainsAnyExceptInRange('0', '9'))
                item.Report("bad-sector", code);
            codes.Add(code);
        }
        return codes;
    }

    private static Subletting? SublettingOf(Node? found)
    {
        if (found is not { } node)
            return null;
        node.Only("first", "further");
        var first = Cited.Number(node, "first", 0, 1000);
        var further = Cited.Number(node, "further", 0, 1000);
        return first is { } one && further is { } more ? new(one, more) : null;
    }

    private enum Scale
    {
        All,
        Above,
        Below,
    }
}

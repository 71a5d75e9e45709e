using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads who is not appraised, who loses the grade, and what a grade is allotted and pays.</summary>
internal static class TreatmentText
{
    private const int MostYears = 50;
    private const decimal MostYuan = 1000m;

    public static Exclusion? Exclusion(Node node)
    {
        node.Only("kind", "sectors", "years", "unlessPastContract", "trust");
        var kind = node.Code<ExclusionKind>("kind");
        var sectors = kind == ExclusionKind.Sector ? GroupText.SectorCodes(node, "sectors") : [];
        int? years = kind == ExclusionKind.NewProduction ? node.Whole("years", 1, MostYears, "bad-count") : 0;
        if (kind == ExclusionKind.Sector && sectors.Count == 0)
            node.Report("no-sector", "[]", "sectors");
        var past = node.Flag("unlessPastContract");
        var trust = node.Trust();
        return kind is { } known && years is { } number && trust is { } mark
            ? new(known, sectors, number, past, mark)
            : null;
    }

    public static Veto? Veto(Node node)
    {
        node.Only("event", "grade", "years", "trust");
        var happened = node.Code<EventKind>("event");
        var grade = Cited.Grade(node);
        var years = node.Whole("years", 1, MostYears, "bad-count");
        var trust = node.Trust();
        return happened is { } kind && grade is { } target && years is { } number && trust is { } mark
            ? new(kind, target, number, mark)
            : null;
    }

    public static ResourceQuota? Quota(Node node)
    {
        node.Only("carrier", "grade", "share", "trust");
        var carrier = node.Code<Carrier>("carrier");
        var grade = Cited.Grade(node);
        var share = node.Open("share") is null ? null : node.Number("share", 0, 10);
        var trust = node.Trust();
        return carrier is { } of && grade is { } known && trust is { } mark ? new(of, known, share, mark) : null;
    }

    public static PriceTable? Prices(Node node, List<RuleProblem> problems)
    {
        node.Only("id", "version", "title", "place", "source", "notes", "from", "highestOnly", "rates");
        var id = node.Text("id");
        var version = node.Text("version");
        var title = node.Words("title");
        var place = node.Words("place");
        var source = Cited.Source(node);
        var notes = node.Words("notes");
        DateOnly? from = node.Open("from") is null ? null : node.Day("from", required: true);
        bool? highest = node.Open("highestOnly") is null ? null : node.Flag("highestOnly");
        var rates = new List<PriceRate>();
        foreach (var item in node.Items("rates"))
        {
            if (Rate(item) is not { } rate)
                continue;
            if (rates.Exists(other => Line(other) == Line(rate)))
                item.Report("twice", $"{Line(rate)}");
            rates.Add(rate);
        }
        if (rates.Count == 0 && problems.Count == 0)
            node.Report("no-rate", "[]", "rates");
        return problems.Count > 0
            ? null
            : new()
            {
                Id = id!,
                Version = version!,
                Title = title,
                Place = place,
                Source = source!,
                Notes = notes,
                From = from,
                HighestOnly = highest,
                Rates = rates,
            };
    }

    private static PriceRate? Rate(Node node)
    {
        node.Only("carrier", "grade", "yearsRunning", "yuan", "trust");
        var carrier = node.Code<Carrier>("carrier");
        var grade = Cited.Grade(node);
        var years = node.Whole("yearsRunning", 1, MostYears, "bad-count");
        var yuan = node.Open("yuan") is null ? null : node.Number("yuan", -MostYuan, MostYuan);
        var trust = node.Trust();
        return carrier is { } of && grade is { } known && years is { } number && trust is { } mark
            ? new(of, known, number, yuan, mark)
            : null;
    }

    private static (Carrier, Grade, int) Line(PriceRate rate) => (rate.Carrier, rate.Grade, rate.YearsRunning);
}

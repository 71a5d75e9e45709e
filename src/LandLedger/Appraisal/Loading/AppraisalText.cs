using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads a file of an appraisal package.</summary>
internal static class AppraisalText
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static AppraisalPackage? Read(Node node, List<RuleProblem> problems)
    {
        node.Only(
            "id",
            "version",
            "title",
            "place",
            "year",
            "source",
            "notes",
            "excludedAs",
            "decimals",
            "ties",
            "exclusions",
            "vetoes",
            "quotas",
            "groups"
        );
        var id = node.Text("id");
        var version = node.Text("version");
        var title = node.Words("title");
        var place = node.Words("place");
        int? year = node.Open("year") is null ? null : node.Whole("year", FirstYear, LastYear, "bad-year");
        var source = Cited.Source(node);
        var notes = node.Words("notes");
        var excludedAs = node.Open("excludedAs") is null ? null : node.Text("excludedAs");
        int? decimals = node.Open("decimals") is null ? null : node.Whole("decimals", 0, 15, "bad-count");
        var ties = TiesOf(node);
        var exclusions = List(node, "exclusions", TreatmentText.Exclusion);
        var vetoes = List(node, "vetoes", TreatmentText.Veto);
        var quotas = List(node, "quotas", TreatmentText.Quota);
        var groups = Groups(node);
        return problems.Count > 0
            ? null
            : new()
            {
                Id = id!,
                Version = version!,
                Title = title,
                Place = place,
                Year = year,
                Source = source!,
                Notes = notes,
                ExcludedAs = excludedAs,
                Decimals = decimals,
                Ties = ties!,
                Exclusions = exclusions,
                Vetoes = vetoes,
                Quotas = quotas,
                Groups = groups,
                Unsaid = [.. Cited.Unsaid(node.Element)],
                ToVerify = [.. Cited.ToVerify(node.Element)],
            };
    }

    private static List<T>? List<T>(Node node, string name, Func<Node, T?> read)
        where T : class => node.Open(name) is null ? null : [.. node.Items(name).Select(read).OfType<T>()];

    private static Ties? TiesOf(Node node)
    {
        if (node.Member("ties") is not { } found)
            return null;
        found.Only("by", "trust");
        var by = new List<TieBreak>();
        foreach (var (code, item) in found.Texts("by"))
        {
            if (code is not ("tax-per-mu" or "credit-code"))
                item.Report("unknown-code", $"{code} (tax-per-mu, credit-code)");
            by.Add(code == "credit-code" ? TieBreak.CreditCode : TieBreak.TaxPerMu);
        }
        if (by.Count == 0 || by[^1] != TieBreak.CreditCode || by.Distinct().Count() < by.Count)
            found.Report("ties-left-open", $"{by.Count}", "by");
        return found.Trust() is { } trust ? new(by, trust) : null;
    }

    private static List<AppraisalGroup> Groups(Node node)
    {
        var groups = new List<AppraisalGroup>();
        foreach (var item in node.Items("groups"))
        {
            foreach (var group in GroupText.Read(item))
            {
                if (groups.Find(other => other.Id == group.Id || Meet(other, group)) is { } same)
                    item.Report(same.Id == group.Id ? "twice" : "groups-meet", $"{same.Id}, {group.Id}");
                groups.Add(group);
            }
        }
        if (groups.Count == 0)
            node.Report("no-group", "[]", "groups");
        return groups;
    }

    /// <summary>Whether a firm could be in both.</summary>
    private static bool Meet(AppraisalGroup one, AppraisalGroup other) =>
        (one.AboveScale is null || other.AboveScale is null || one.AboveScale == other.AboveScale)
        && (one.Holders == GroupHolders.All || other.Holders == GroupHolders.All || one.Holders == other.Holders)
        && SectorsMeet(one.Sector, other.Sector);

    private static bool SectorsMeet(SectorGroup? one, SectorGroup? other)
    {
        if (one is null || other is null)
            return true;
        if (one.Codes is null || other.Codes is null)
            return one.Id == other.Id;
        return one.Codes.Any(code =>
            other.Codes.Any(own =>
                own.StartsWith(code, StringComparison.Ordinal) || code.StartsWith(own, StringComparison.Ordinal)
            )
        );
    }
}

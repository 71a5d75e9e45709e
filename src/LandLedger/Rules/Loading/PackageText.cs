using System.Collections.Frozen;
using LandLedger.Metrics;
using LandLedger.Rules.LowEfficiency;

namespace LandLedger.Rules.Loading;

/// <summary>Reads a package against the instruments that are known.</summary>
internal sealed class PackageText(IReadOnlyDictionary<string, Instrument> known, Func<string, Sayings?> numbersOf)
{
    private static readonly FrozenDictionary<string, string> Unsaid = FrozenDictionary<string, string>.Empty;

    public RuleSet? Read(Node node, List<RuleProblem> problems)
    {
        node.Only(
            "id",
            "version",
            "title",
            "notes",
            "perMuBasis",
            "rules",
            "onlyWhenRecorded",
            "industrialOnly",
            "exemptions",
            "awaits",
            "numbers",
            "instruments",
            "own"
        );
        var instruments = new Dictionary<string, Instrument>(known, StringComparer.Ordinal);
        foreach (var item in node.Items("instruments", required: false))
        {
            if (InstrumentText.Instrument(item) is { } instrument && !instruments.TryAdd(instrument.Id, instrument))
                item.Report("twice", instrument.Id, "id");
        }
        var file = node.Element.Clone();
        var id = node.Text("id");
        var version = node.Text("version");
        var title = node.Words("title");
        var basis = Basis(node);
        var rules = Rules(node).ToList();
        if (rules.Count == 0 && problems.Count == 0)
            node.Report("no-rule", "[]", "rules");
        var clauses = new Dictionary<string, LawReference>(StringComparer.Ordinal);
        var replaced = new Dictionary<string, LawReference>(StringComparer.Ordinal);
        var numbers = Numbers(node, instruments, clauses, replaced);
        var exemptions = Exemptions(node).ToList();
        var awaits = Known(node, "awaits", "unknown-number", number => RuleList.FindNumber(number) is not null);
        Check(node, rules, exemptions, number => awaits.Contains(number) || IsGiven(number, numbers), clauses);
        var onlyWhenRecorded = Known(node, "onlyWhenRecorded", "unknown-rule", IsRule);
        var industrialOnly = Known(node, "industrialOnly", "unknown-rule", IsRule);
        var notes = node.Member("notes", required: false) is null ? Unsaid : node.Words("notes");
        return problems.Count > 0
            ? null
            : new()
            {
                Id = id!,
                Version = version!,
                Text = new(RuleKind.Package, id!, version, json => TakenIn.WritePackage(json, file)),
                Title = title,
                PerMuBasis = basis,
                Rules = rules,
                Thresholds = numbers,
                Clauses = clauses.ToFrozenDictionary(StringComparer.Ordinal),
                Replaced = replaced,
                Instruments = instruments,
                OnlyWhenRecorded = onlyWhenRecorded,
                IndustrialOnly = industrialOnly,
                Exemptions = exemptions,
                Awaits = awaits,
                OwnInstrument = node.Member("own", required: false)?.Text("instrument"),
                Notes = notes,
            };

        bool IsRule(string rule) => rules.Exists(other => other.Id == rule);
    }

    private static IEnumerable<IExemption> Exemptions(Node node)
    {
        foreach (var (id, item) in node.Texts("exemptions", required: false))
        {
            if (LowEfficiency.Exemptions.All.FirstOrDefault(exemption => exemption.Id == id) is { } exemption)
                yield return exemption;
            else
                item.Report("unknown-exemption", id);
        }
    }

    /// <summary>A list of ids, each of which has to be known.</summary>
    private static FrozenSet<string> Known(Node node, string member, string code, Func<string, bool> isKnown)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, item) in node.Texts(member, required: false))
        {
            if (!isKnown(id))
                item.Report(code, id);
            else if (!known.Add(id))
                item.Report("twice", id);
        }
        return known.ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool IsGiven(string number, List<Threshold> numbers) =>
        numbers.Exists(other => NumberKey.Plain(other.Id) == number);

    private static AreaBasis Basis(Node node)
    {
        var text = node.Text("perMuBasis", required: false);
        if (text is not (null or "stated" or "measured"))
            node.Report("unknown-basis", text, "perMuBasis");
        return text == "measured" ? AreaBasis.Measured : AreaBasis.Stated;
    }

    private static IEnumerable<IRule> Rules(Node node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, item) in node.Texts("rules"))
        {
            if (RuleList.Find(id) is not { } rule)
                item.Report("unknown-rule", id);
            else if (!seen.Add(id))
                item.Report("twice", id);
            else
                yield return rule;
        }
    }

    private List<Threshold> Numbers(
        Node node,
        Dictionary<string, Instrument> instruments,
        Dictionary<string, LawReference> clauses,
        Dictionary<string, LawReference> replaced
    )
    {
        var numbers = new List<Threshold>();
        foreach (var (id, item) in node.Texts("numbers"))
        {
            if (numbersOf(id) is not { } said)
            {
                item.Report("unknown-instrument", id);
                continue;
            }
            numbers.AddRange(said.Numbers.Select(n => n.Number));
            Lay(said.Clauses, clauses);
        }
        Faults(node, numbers, "numbers");
        if (node.Member("own", required: false) is not { } own)
            return numbers;
        var ownSaid = InstrumentText.Sayings(own, instruments);
        foreach (var key in ownSaid.Clauses.Keys)
        {
            if (clauses.TryGetValue(key, out var former))
                replaced[key] = former;
        }
        Lay(ownSaid.Clauses, clauses);
        Faults(own, [.. ownSaid.Numbers.Select(n => n.Number)], "numbers");
        foreach (var (number, _) in ownSaid.Numbers)
            numbers = [.. Timeline.Replace(numbers, number)];
        numbers.AddRange(ownSaid.Numbers.Select(n => n.Number));
        Faults(node, numbers, "own.numbers");
        foreach (var (shorter, longer) in Timeline.NotLonger(numbers, LawNumbers.FullYears, LawNumbers.TakeBackYears))
            node.Report(
                "not-longer",
                $"{longer.Id} {longer.Value:0.##} ≤ {shorter.Id} {shorter.Value:0.##}",
                "own.numbers"
            );
        return numbers;
    }

    private static void Lay(Dictionary<string, LawReference> over, Dictionary<string, LawReference> clauses)
    {
        foreach (var (key, clause) in over)
            clauses[key] = clause;
    }

    private static void Faults(Node node, List<Threshold> numbers, string member)
    {
        foreach (var ofOneId in numbers.GroupBy(n => n.Id, StringComparer.Ordinal))
        {
            foreach (var (code, day) in Timeline.Faults(ofOneId))
                node.Report(code, $"{ofOneId.Key} {day:yyyy-MM-dd}", member);
        }
    }

    private static void Check(
        Node node,
        List<IRule> rules,
        List<IExemption> exemptions,
        Func<string, bool> hasNumber,
        Dictionary<string, LawReference> clauses
    )
    {
        var needs = rules
            .Select(rule => (rule.Id, rule.Numbers, rule.Clauses))
            .Concat(exemptions.Select(exemption => (exemption.Id, exemption.Numbers, Clauses: OneClause(exemption))));
        foreach (var (id, numbers, cited) in needs)
        {
            foreach (var key in numbers.Where(key => key.Required && !hasNumber(key.Id)))
                node.Report("missing-number", $"{id}: {key.Id}", "numbers");
            foreach (var key in cited.Where(key => !clauses.ContainsKey(key)))
                node.Report("missing-clause", $"{id}: {key}", "numbers");
        }
    }

    private static IReadOnlyList<string> OneClause(IExemption exemption) => [exemption.Id];
}

namespace LandLedger.Rules.Loading;

/// <summary>Reads instruments, and what one instrument says: its clauses and its dated numbers.</summary>
internal static class InstrumentText
{
    public static Instrument? Instrument(Node node)
    {
        node.Only("id", "title", "issuer", "number", "inForce", "trust");
        var id = node.Text("id");
        var title = node.Words("title");
        var issuer = node.Words("issuer");
        var number = node.Words("number");
        var inForce = node.Day("inForce", required: true);
        var trust = node.Trust();
        return id is not null && inForce is { } day && trust is { } known
            ? new(id, title, issuer, number, day, known)
            : null;
    }

    /// <summary>The instruments that a text of rules has with it, and what they say, by their ids.</summary>
    public static (Dictionary<string, Instrument> Instruments, Dictionary<string, Sayings> Said) TakenIn(Node text)
    {
        var instruments = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var (id, node) in text.Members(Loading.TakenIn.Instruments))
        {
            if (Instrument(node) is { } instrument)
                instruments[id] = instrument;
        }
        return (
            instruments,
            text.Members(Loading.TakenIn.Numbers)
                .ToDictionary(said => said.Name, said => Sayings(said.Value, instruments), StringComparer.Ordinal)
        );
    }

    public static Sayings Sayings(Node node, IReadOnlyDictionary<string, Instrument> instruments)
    {
        node.Only("instrument", "clauses", "numbers");
        var said = new Sayings();
        if (node.Text("instrument") is not { } instrument)
            return said;
        if (!instruments.ContainsKey(instrument))
            node.Report("unknown-instrument", instrument, "instrument");
        foreach (var (key, value) in node.Members("clauses"))
        {
            value.Only("article", "trust");
            if (!RuleList.HasClause(key))
                value.Report("unknown-clause", key);
            if (Source(value, instrument) is { } clause)
                said.Clauses[key] = clause;
        }
        foreach (var item in node.Items("numbers", required: false))
        {
            if (Number(item, instrument) is { } number)
                said.Numbers.Add((number, item));
        }
        return said;
    }

    private static LawReference? Source(Node node, string instrument)
    {
        var article = node.Text("article");
        var trust = node.Trust();
        return article is not null && trust is { } known ? new(instrument, article, known) : null;
    }

    private static Threshold? Number(Node node, string instrument)
    {
        node.Only("id", "value", "unit", "from", "to", "article", "trust");
        var id = node.Text("id");
        var value = NumberText.Value(node);
        var unit = NumberText.Unit(node, id);
        var from = node.Day("from", required: true);
        var to = node.Day("to", required: false);
        var source = Source(node, instrument);
        if (to < from)
            node.Report("ends-before", $"{from:yyyy-MM-dd}", "to");
        return
            id is not null
            && value is { } known
            && unit is { } measure
            && NumberText.IsPossible(node, known, measure)
            && from is { } first
            && source is not null
            && !(to < from)
            ? new(id, known.Numerator / known.Denominator, measure, first, to, source)
            {
                Numerator = known.Numerator,
                Denominator = known.Denominator,
            }
            : null;
    }
}

/// <summary>What one instrument says.</summary>
internal sealed class Sayings
{
    public Dictionary<string, LawReference> Clauses { get; } = new(StringComparer.Ordinal);

    public List<(Threshold Number, Node Node)> Numbers { get; } = [];
}

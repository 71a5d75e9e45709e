using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>What the steps of a procedure may name: states, clocks, marks, facts and clauses, its own and those of its parts.</summary>
internal sealed class ProcedureNames(ProcedureShelf shelf)
{
    public Dictionary<string, Instrument> Instruments { get; } = new(shelf.Instruments, StringComparer.Ordinal);

    /// <summary>Numbers of law that periods may be as long as.</summary>
    public IReadOnlyList<Threshold> Numbers => shelf.Numbers;

    /// <summary>In the order of the files: the first is that of a case before its first step.</summary>
    public OrderedDictionary<string, CaseState> States { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, ProcedureClock> Clocks { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, CaseMark> Marks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AskedFact> Facts { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, LawReference> Clauses { get; } = new(StringComparer.Ordinal);

    /// <summary>Clauses that the procedure says itself: a part goes by them where it has one of the same key.</summary>
    private HashSet<string>? _own;

    /// <summary>Takes in the names of a file, all of them before any step is read.</summary>
    public void Take(ProcedureSource source)
    {
        var node = source.Node;
        Each(node, "instruments", Instruments, InstrumentText.Instrument, instrument => instrument.Id);
        foreach (var (key, value) in node.Members("clauses"))
        {
            if (_own?.Contains(key) != true)
                Add(Clauses, key, Source(value), value);
        }
        _own ??= [.. Clauses.Keys];
        foreach (var (id, value) in node.Members("facts"))
            Add(Facts, id, Fact(id, value), value);
        Each(node, "states", States, item => State(item, source), state => state.Id);
        Each(node, "marks", Marks, Mark, mark => mark.Id);
        Each(node, "clocks", Clocks, item => ClockText.Read(item, this), clock => clock.Id);
    }

    /// <summary>The clause that a step or clock names.</summary>
    public LawReference? Clause(Node node)
    {
        if (node.Text("clause") is not { } key)
            return null;
        if (Clauses.TryGetValue(key, out var clause))
            return clause;
        node.Report("unknown-clause", key, "clause");
        return null;
    }

    /// <summary>What a text names, where it is known; a problem where not.</summary>
    public static T? Find<T>(IReadOnlyDictionary<string, T> known, string id, Node at, string code)
        where T : class
    {
        if (known.TryGetValue(id, out var found))
            return found;
        at.Report(code, id);
        return null;
    }

    private LawReference? Source(Node node)
    {
        node.Only("instrument", "article", "trust");
        var article = node.Text("article");
        var trust = node.Trust();
        if (node.Text("instrument") is not { } instrument)
            return null;
        if (!Instruments.ContainsKey(instrument))
            node.Report("unknown-instrument", instrument, "instrument");
        return article is not null && trust is { } known ? new(instrument, article, known) : null;
    }

    private static AskedFact? Fact(string id, Node node)
    {
        node.Only("title", "type", "among", "happened");
        var title = node.Words("title");
        var hasHappened = node.Flag("happened");
        if (node.Code<AskType>("type") is not { } type)
            return null;
        if (hasHappened && type != AskType.Day)
            node.Report("not-day", id, "happened");
        var all = AskedFact.CodesOf(type);
        var among = new List<string>();
        foreach (var (code, item) in node.Texts("among", required: false))
        {
            if (all.Contains(code, StringComparer.Ordinal))
                among.Add(code);
            else
                item.Report("unknown-code", $"{code} ({string.Join(", ", all)})");
        }
        return new()
        {
            Id = id,
            Title = title,
            Type = type,
            Codes = among.Count > 0 ? among : all,
            HasHappened = hasHappened,
        };
    }

    /// <summary>An open state of a part is published where the states are that lead into the part.</summary>
    private CaseState? State(Node node, ProcedureSource source)
    {
        node.Only("id", "title", "closed", "dropped", "published");
        var isDropped = node.Flag("dropped");
        var isClosed = node.Flag("closed") || isDropped;
        var isPublished =
            node.Flag("published") || source.Entry.Any(id => States.GetValueOrDefault(id)?.IsPublished == true);
        var title = node.Words("title");
        if (node.Text("id") is not { } id)
            return null;
        if (isClosed && isPublished)
            node.Report("closed-and-published", id, "published");
        return new(id, title, isClosed, isPublished, isDropped);
    }

    private static CaseMark? Mark(Node node)
    {
        node.Only("id", "title", "blocks");
        var title = node.Words("title");
        return node.Text("id") is { } id ? new(id, title) { Blocks = node.Flag("blocks") } : null;
    }

    private static void Each<T>(
        Node node,
        string member,
        IDictionary<string, T> to,
        Func<Node, T?> read,
        Func<T, string> idOf
    )
        where T : class
    {
        foreach (var item in node.Items(member, required: false))
        {
            var value = read(item);
            Add(to, value is null ? "" : idOf(value), value, item);
        }
    }

    private static void Add<T>(IDictionary<string, T> to, string id, T? value, Node node)
        where T : class
    {
        if (value is not null && !to.TryAdd(id, value))
            node.Report("twice", id);
    }
}

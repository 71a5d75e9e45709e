using System.Collections.Frozen;
using LandLedger.Metrics;

namespace LandLedger.Rules;

/// <summary>
/// A package (规则包): which rules are judged, in order, with which numbers. Id and version stand in every result. Immutable;
/// changing the law means adding a dated number, never editing an old one.
/// </summary>
public sealed record RuleSet
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>All that it says, what it takes in with it.</summary>
    public required RuleText Text { get; init; }

    /// <summary>Title by language tag, "zh" and "en".</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>Which area per-mu figures divide by first; the other serves where this one is missing.</summary>
    public AreaBasis PerMuBasis { get; init; } = AreaBasis.Stated;

    /// <summary>Rules in order of judgement.</summary>
    public required IReadOnlyList<IRule> Rules { get; init; }

    /// <summary>All dated numbers of the package, checked for overlap, gap and source.</summary>
    public required IReadOnlyList<Threshold> Thresholds { get; init; }

    /// <summary>Clauses by key, e.g. "idle.not-started".</summary>
    public required IReadOnlyDictionary<string, LawReference> Clauses { get; init; }

    /// <summary>Clauses in whose place the package has its own, which stand until its instrument is in force.</summary>
    internal IReadOnlyDictionary<string, LawReference> Replaced { get; init; } =
        FrozenDictionary<string, LawReference>.Empty;

    /// <summary>Instruments by id: all that a clause or number of the package names.</summary>
    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    /// <summary>Rules that are judged only where their own fact is recorded; elsewhere the finding is "not judged" and names the fact.</summary>
    public FrozenSet<string> OnlyWhenRecorded { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Rules that are about industrial land alone, not storage.</summary>
    public FrozenSet<string> IndustrialOnly { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Numbers that the instrument leaves to the county. Until it gives them the findings of their rules are "not judged" and name the number.</summary>
    public FrozenSet<string> Awaits { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Id of the instrument that the package's own numbers and clauses come from, or null where it has none.</summary>
    public string? OwnInstrument { get; init; }

    /// <summary>What keeps a plot from being low-efficiency though a rule is met.</summary>
    public IReadOnlyList<LowEfficiency.IExemption> Exemptions { get; init; } = [];

    /// <summary>What the package leaves out, by language tag; empty when nothing.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The clause of a key. A key that no instrument of the package knows is a bug: the loader checks those of the rules.</summary>
    public LawReference Clause(string key) => Clauses[key];

    /// <summary>The numbers in force on a day.</summary>
    public Thresholds On(DateOnly asOf) => new(this, asOf);
}

/// <summary>The numbers of a package on one day, looked up once a run and then read by reference.</summary>
public sealed class Thresholds
{
    /// <summary>Stands where a key was looked for and there is no number.</summary>
    private static readonly Threshold None = new("", 0, Unit.None, default, null, new("", "", Trust.Read));

    private readonly FrozenDictionary<string, Threshold> _byId;
    private readonly FrozenDictionary<string, SectorNumber[]> _bySector;

    /// <summary>What was found by each key so far, by its place.</summary>
    private readonly Threshold?[] _byKey = new Threshold?[NumberKey.Count];

    internal Thresholds(RuleSet rules, DateOnly asOf)
    {
        Rules = rules;
        AsOf = asOf;
        _byId = rules
            .Thresholds.Where(t => t.From <= asOf && (t.To is not { } to || asOf <= to))
            .ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);
        _bySector = _byId
            .Values.Where(number => number.Id.Contains('/', StringComparison.Ordinal))
            .Select(number => new SectorNumber(
                number.Id[(number.Id.IndexOf('/', StringComparison.Ordinal) + 1)..],
                number
            ))
            .GroupBy(number => NumberKey.Plain(number.Number.Id), StringComparer.Ordinal)
            .ToFrozenDictionary(
                numbers => numbers.Key,
                numbers => numbers.OrderByDescending(number => number.Sector.Length).ToArray(),
                StringComparer.Ordinal
            );
    }

    public RuleSet Rules { get; }

    public DateOnly AsOf { get; }

    /// <summary>All numbers in force.</summary>
    internal IEnumerable<Threshold> InForce => _byId.Values;

    /// <summary>The number in force, or null when the law has none on that day.</summary>
    public Threshold? Find(string id) => _byId.GetValueOrDefault(id);

    public Threshold? Find(NumberKey key)
    {
        if (key.Place >= _byKey.Length)
            return Find(key.Id);
        var number = _byKey[key.Place] ??= Find(key.Id) ?? None;
        return ReferenceEquals(number, None) ? null : number;
    }

    /// <summary>
    /// The numbers for a sector of GB/T 4754: the one given for most of its digits, else the one for all sectors; and those given for
    /// more digits than are known.
    /// </summary>
    internal NumberRange For(NumberKey key, string? sector)
    {
        var general = Find(key);
        if (_bySector.Count == 0 || !_bySector.TryGetValue(key.Id, out var numbers))
            return new(general, general, general is null);
        var digits = Digits(sector);
        var range = default(NumberRange);
        foreach (var (own, number) in numbers)
        {
            if (own.AsSpan().StartsWith(digits, StringComparison.Ordinal))
                range = range.With(number);
            if (digits.StartsWith(own, StringComparison.Ordinal))
                return range.With(number);
        }
        return range.With(general);
    }

    /// <summary>"13" of "C13"; none where a sector is not given by its code.</summary>
    private static ReadOnlySpan<char> Digits(string? sector)
    {
        var digits = sector.AsSpan().Trim();
        if (digits.Length > 0 && char.IsAsciiLetter(digits[0]))
            digits = digits[1..];
        return digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? digits[..end] : digits;
    }

    /// <summary>The clause of a key in force on the day: not one of an instrument of the county that came later, where the law has one.</summary>
    public LawReference Clause(string key) =>
        Rules.Replaced.TryGetValue(key, out var former)
        && Rules.Instruments[Rules.Clause(key).Instrument].InForce > AsOf
            ? former
            : Rules.Clause(key);

    /// <summary>
    /// The clause of what rests on a number, too: that of the number where the package gives it but not the clause; to be verified where
    /// either is.
    /// </summary>
    public LawReference Clause(string key, Threshold? number)
    {
        var clause = Clause(key);
        if (number?.Source is not { } source)
            return clause;
        if (source.Instrument == Rules.OwnInstrument && clause.Instrument != source.Instrument)
            return source;
        return source.IsToVerify && !clause.IsToVerify ? clause with { Trust = source.Trust } : clause;
    }

    private readonly record struct SectorNumber(string Sector, Threshold Number);
}

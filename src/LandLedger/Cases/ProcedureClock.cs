using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>A period of a procedure: how long it is, by which clause, and whose it is.</summary>
public sealed record ProcedureClock
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>Who has to act, or may act, while it runs.</summary>
    public required Actor By { get; init; }

    /// <summary>A period in which somebody may act and need not, such as that of a lawsuit: nothing is late when it has run out.</summary>
    public bool IsRight { get; init; }

    /// <summary>The length with the days it is in force; empty where the step names the due day.</summary>
    public IReadOnlyList<Threshold> Lengths { get; init; } = [];

    public required LawReference Clause { get; init; }

    /// <summary>Whether the step that begins it names the due day.</summary>
    public bool IsAsked => Lengths.Count == 0;

    /// <summary>The length that counts for a clock begun on a day; null where none is in force, or the due day is asked for.</summary>
    public Threshold? LengthOn(DateOnly begun) =>
        Lengths.FirstOrDefault(length => length.From <= begun && (length.To is not { } to || begun <= to));

    /// <summary>Each length in words, as 30天.</summary>
    public IEnumerable<string> LengthsIn(Texts texts) =>
        Lengths.Select(length => FactText.Of(Fact.Of(length.Value, length.Unit), texts));
}

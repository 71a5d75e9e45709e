using System.Text.Json;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>What procedures take in from other files.</summary>
/// <param name="Numbers">Of law, with all the days they are in force: lengths of periods are among them.</param>
/// <param name="Parts">By id.</param>
internal sealed record ProcedureShelf(
    IReadOnlyDictionary<string, Instrument> Instruments,
    IReadOnlyList<Threshold> Numbers,
    IReadOnlyDictionary<string, JsonElement> Parts
)
{
    /// <summary>What comes with LandLedger.</summary>
    public static ProcedureShelf Shipped { get; } =
        new(RuleSets.Instruments, RuleSets.Default.Thresholds, ProcedureParts.Shipped);

    /// <summary>What the text of a procedure has with it.</summary>
    public static ProcedureShelf Of(Node text)
    {
        var (instruments, said) = InstrumentText.TakenIn(text);
        return new(
            instruments,
            [.. said.Values.SelectMany(one => one.Numbers).Select(one => one.Number)],
            text.Members(TakenIn.Parts).ToDictionary(part => part.Name, part => part.Value.Element)
        );
    }
}

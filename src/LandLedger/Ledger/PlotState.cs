using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Ledger;

/// <summary>What entries have said of a plot so far, laid over one another in their order.</summary>
public sealed class PlotState : FactSource
{
    private readonly Dictionary<string, SaidFact> _said = new(StringComparer.Ordinal);

    /// <summary>Lays an entry over what was said before. One that tells the whole plot, or that it goes on elsewhere, leaves nothing of that.</summary>
    public void Lay(LedgerEntry entry)
    {
        if (TellsWhole(entry))
            _said.Clear();
        foreach (var member in entry.Says.EnumerateObject())
            Lay(member, entry.Number);
    }

    /// <summary>What stands, in byte order of the names.</summary>
    public IEnumerable<SaidFact> Facts => _said.Values.OrderBy(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>A fact as <see cref="SaidFact.Text"/> has it; empty where it is not known.</summary>
    internal string Text(string name) => _said.TryGetValue(name, out var fact) ? fact.Text : "";

    internal PlotState Copy()
    {
        var copy = new PlotState();
        foreach (var (name, fact) in _said)
            copy._said[name] = fact;
        return copy;
    }

    /// <summary>The same with one fact as another state has it.</summary>
    internal PlotState But(string name, PlotState other)
    {
        var copy = Copy();
        if (other._said.TryGetValue(name, out var fact))
            copy._said[name] = fact;
        else
            copy._said.Remove(name);
        return copy;
    }

    internal void Lay(JsonProperty member, long entry)
    {
        if (member.Value.ValueKind == JsonValueKind.Null)
            _said.Remove(member.Name);
        else
            _said[member.Name] = new(member.Name, member.Value, entry);
    }

    /// <summary>The plot as said, or null where no entry has named it.</summary>
    public Plot? Plot => _said.ContainsKey(PlotFields.Plot.Id) ? Read() : null;

    /// <summary>Whether it tells all that is known of its plot.</summary>
    internal static bool TellsWhole(LedgerEntry entry) =>
        entry.Kind is EntryKind.Opened or EntryKind.Added or EntryKind.Moved;

    /// <summary>Reads all that was said, be it of a plot that nobody has named.</summary>
    internal Plot Read() =>
        PlotFacts.Build(
            this,
            new()
            {
                Supplements = Parts(PlotMember.Supplements, SaidParts.Supplement),
                Delays = Parts(PlotMember.Delays, SaidParts.Delay),
                Charges = Parts(PlotMember.Charges, SaidParts.Charge),
                Years = Parts(PlotMember.Years, SaidParts.PlotYear),
                Measured = _said.TryGetValue(PlotMember.Measured, out var measured)
                    ? SaidParts.Measured(measured.Value)
                    : null,
                Shape = _said.TryGetValue(PlotMember.Shape, out var shape) ? SaidParts.Shape(shape.Value) : null,
                EnteredOn = Day(PlotMember.EnteredOn),
                EndedOn = Day(PlotMember.EndedOn),
            }
        );

    public override string? Text(Field field) =>
        _said.TryGetValue(field.Id, out var value) ? value.Value.GetString() : null;

    public override decimal? Number(Field field) =>
        _said.TryGetValue(field.Id, out var value) ? value.Value.GetDecimal() : null;

    public override DateOnly? Date(Field field) => Day(field.Id);

    public override bool? Flag(Field field) =>
        _said.TryGetValue(field.Id, out var value) ? value.Value.GetBoolean() : null;

    private DateOnly? Day(string name) => _said.TryGetValue(name, out var value) ? SaidJson.Day(value.Value) : null;

    private IReadOnlyList<T> Parts<T>(string name, Func<JsonElement, T> part) =>
        _said.TryGetValue(name, out var parts) ? SaidJson.Parts(parts.Value, part) : [];
}

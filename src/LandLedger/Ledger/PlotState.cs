using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Ledger;

/// <summary>What entries have said of a plot so far, laid over one another in their order.</summary>
public sealed class PlotState : FactSource
{
    private readonly Dictionary<string, JsonElement> _said = new(StringComparer.Ordinal);

    /// <summary>Lays an entry over what was said before. One that tells the whole plot, or that it goes on elsewhere, leaves nothing of that.</summary>
    public void Lay(LedgerEntry entry)
    {
        if (entry.Kind is EntryKind.Opened or EntryKind.Added or EntryKind.Moved)
            _said.Clear();
        foreach (var member in entry.Says.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                _said.Remove(member.Name);
            else
                _said[member.Name] = member.Value;
        }
    }

    /// <summary>The plot as said, or null where no entry has named it.</summary>
    public Plot? Plot =>
        _said.ContainsKey(PlotFields.Plot.Id)
            ? PlotFacts.Build(
                this,
                new()
                {
                    Supplements = Parts(PlotMember.Supplements, SaidParts.Supplement),
                    Delays = Parts(PlotMember.Delays, SaidParts.Delay),
                    Years = Parts(PlotMember.Years, SaidParts.PlotYear),
                    Measured = _said.TryGetValue(PlotMember.Measured, out var measured)
                        ? SaidParts.Measured(measured)
                        : null,
                    Shape = _said.TryGetValue(PlotMember.Shape, out var shape) ? SaidParts.Shape(shape) : null,
                    EndedOn = Day(PlotMember.EndedOn),
                }
            )
            : null;

    public override string? Text(Field field) => _said.TryGetValue(field.Id, out var value) ? value.GetString() : null;

    public override decimal? Number(Field field) =>
        _said.TryGetValue(field.Id, out var value) ? value.GetDecimal() : null;

    public override DateOnly? Date(Field field) => Day(field.Id);

    public override bool? Flag(Field field) => _said.TryGetValue(field.Id, out var value) ? value.GetBoolean() : null;

    private DateOnly? Day(string name) => _said.TryGetValue(name, out var value) ? SaidJson.Day(value) : null;

    private IReadOnlyList<T> Parts<T>(string name, Func<JsonElement, T> part) =>
        _said.TryGetValue(name, out var parts) ? [.. parts.EnumerateArray().Select(part)] : [];
}

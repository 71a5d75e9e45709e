using LandLedger.Acreage;

namespace LandLedger.Clearance;

/// <summary>Lines by their key, as plots are added.</summary>
internal sealed class ClearanceLines
{
    /// <summary>Stands for no key.</summary>
    private const string None = "";

    private readonly Dictionary<string, ClearanceLine> _lines = new(StringComparer.Ordinal);

    public static ClearanceLine Empty(string? key) => new(key, default, default, default, default);

    public void Add(string? key, in AcreageSum sum, ClearanceOutcome outcome) =>
        _lines[key ?? None] = _lines.GetValueOrDefault(key ?? None, Empty(key)).With(sum, outcome);

    /// <summary>As the keys come in the order, then the others by name, the one without key last.</summary>
    public IReadOnlyList<ClearanceLine> InOrder(IReadOnlyList<string> keys)
    {
        var places = keys.Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal);
        return
        [
            .. _lines
                .Values.OrderBy(line => line.Key is null)
                .ThenBy(line => places.GetValueOrDefault(line.Key ?? None, keys.Count))
                .ThenBy(line => line.Key, StringComparer.Ordinal),
        ];
    }
}

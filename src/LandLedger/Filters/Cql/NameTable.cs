using System.Collections.Frozen;

namespace LandLedger.Filters.Cql;

/// <summary>Words and what they stand for, both ways. Words are found in any case.</summary>
internal sealed class NameTable<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _byName;
    private readonly FrozenDictionary<T, string> _names;

    public NameTable(params (string Name, T Value)[] rows)
    {
        _byName = rows.ToFrozenDictionary(row => row.Name, row => row.Value, StringComparer.OrdinalIgnoreCase);
        _names = rows.ToFrozenDictionary(row => row.Value, row => row.Name);
    }

    public T? Find(string name) => _byName.TryGetValue(name, out var value) ? value : null;

    public bool Has(string name) => _byName.ContainsKey(name);

    public string Json(T value) => _names[value];

    public string Text(T value) => _names[value].ToUpperInvariant();
}

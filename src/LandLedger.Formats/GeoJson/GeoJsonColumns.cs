using System.Text;
using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Formats.GeoJson;

/// <summary>The names of properties in order of first appearance, found fast when features keep one order.</summary>
internal sealed class GeoJsonColumns
{
    /// <summary>More columns than any ledger has; a file beyond it carries data in its property names.</summary>
    public const int Most = 2_000;

    private readonly List<byte[]> _names = [];
    private readonly List<GeoJsonType> _types = [];
    private readonly GeoJsonType _idType = new();
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public bool TooMany { get; private set; }

    /// <summary>Whether names not met before are taken in (first pass) or passed over.</summary>
    public bool Open { get; set; } = true;

    /// <summary>Column of the member id, or -1 when no feature has one.</summary>
    public int Id { get; private set; } = -1;

    /// <summary>Index of the property name that the reader stands on, or -1; <paramref name="next"/> is the likely one.</summary>
    public int Find(ref Utf8JsonReader reader, ref int next)
    {
        if (next < _names.Count && reader.ValueTextEquals(_names[next]))
        {
            return next++;
        }
        var name = JsonText.Of(ref reader);
        var index = _byName.TryGetValue(name, out var known) ? known : Add(name);
        next = index + 1;
        return index;
    }

    /// <summary>
    /// Ends the first pass. The member id becomes column "id", or "@id" where a property has taken that name.
    /// </summary>
    public IReadOnlyList<RawColumn> Close(bool withId)
    {
        if (withId)
        {
            Id = Add(_byName.ContainsKey("id") ? "@id" : "id", _idType);
        }
        Open = false;
        return [.. _names.Select((name, index) => Column(name, index))];
    }

    /// <summary>The type of the values of a column, or of the member id while that has none.</summary>
    public GeoJsonType TypeOf(int column) => column < 0 ? _idType : _types[column];

    private RawColumn Column(byte[] name, int index) =>
        new(Encoding.UTF8.GetString(name).Trim(), index) { Type = _types[index].Type };

    private int Add(string name, GeoJsonType? type = null)
    {
        if (!Open || _names.Count >= Most)
        {
            TooMany |= Open;
            return -1;
        }
        _names.Add(Encoding.UTF8.GetBytes(name));
        _types.Add(type ?? new());
        return _byName[name] = _names.Count - 1;
    }
}

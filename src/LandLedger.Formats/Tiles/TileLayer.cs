using System.Runtime.InteropServices;

namespace LandLedger.Formats.Tiles;

/// <summary>One layer of a vector tile (Mapbox Vector Tile 2.1, 4.1): features, and the keys and values that they point to.</summary>
internal sealed class TileLayer(string name, params ReadOnlySpan<string> keys)
{
    private const uint Polygon = 3;

    private readonly string[] _keys = keys.ToArray();
    private readonly Protobuf _features = new();
    private readonly Protobuf _feature = new();
    private readonly Protobuf _values = new();
    private readonly Protobuf _value = new();
    private readonly Dictionary<object, uint> _known = [];
    private readonly List<uint> _tags = [];

    public bool IsEmpty => _features.Length == 0;

    /// <summary>Gives the next feature a property; unknown ones are left out.</summary>
    public void Property(int key, string? value)
    {
        if (value is null)
            return;
        if (!_known.TryGetValue(value, out var index))
        {
            _value.Clear();
            _value.Text(1, value);
            index = Remember(value);
        }
        _tags.AddRange([(uint)key, index]);
    }

    public void Property(int key, double? value)
    {
        if (value is not { } number)
            return;
        if (!_known.TryGetValue(number, out var index))
        {
            _value.Clear();
            _value.Double(3, number);
            index = Remember(number);
        }
        _tags.AddRange([(uint)key, index]);
    }

    /// <summary>Adds a feature of polygons with the properties given since the last one.</summary>
    public void Add(List<uint> commands)
    {
        _feature.Clear();
        _feature.Packed(2, CollectionsMarshal.AsSpan(_tags));
        _feature.Number(3, Polygon);
        _feature.Packed(4, CollectionsMarshal.AsSpan(commands));
        _features.Message(2, _feature);
        _tags.Clear();
    }

    public byte[] Tile()
    {
        var layer = new Protobuf();
        layer.Number(15, 2);
        layer.Text(1, name);
        layer.Append(_features.Written);
        foreach (var key in _keys)
            layer.Text(3, key);
        layer.Append(_values.Written);
        layer.Number(5, TileGrid.Extent);
        var tile = new Protobuf();
        tile.Message(3, layer);
        return tile.Written.ToArray();
    }

    private uint Remember(object value)
    {
        _values.Message(4, _value);
        return _known[value] = (uint)_known.Count;
    }
}

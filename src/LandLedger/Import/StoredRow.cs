using System.Text;
using LandLedger.Fields;

namespace LandLedger.Import;

/// <summary>A row of a store as facts of a plot: one column a field, in their order.</summary>
/// <param name="interned">Texts and uses that come again from row to row are made once.</param>
public abstract class StoredRow(Interned interned) : FactSource
{
    /// <summary>Fields whose values differ from plot to plot are not worth keeping.</summary>
    private static readonly bool[] Repeated =
    [
        .. PlotFields.All.Select(field =>
            field.Type == FieldType.Code
            || field == PlotFields.County
            || field == PlotFields.Zone
            || field == PlotFields.Town
            || field == PlotFields.GrantedUse
            || field == PlotFields.GrantedUseCode
            || field == PlotFields.ActualUse
            || field == PlotFields.ActualUseCode
            || field == PlotFields.SupplyWay
            || field == PlotFields.ApprovedBy
            || field == PlotFields.Sector
        ),
    ];

    /// <summary>What each column had last, which most often comes again at once.</summary>
    private readonly (byte[] Utf8, string Text)[] _last = new (byte[], string)[PlotFields.All.Count];
    private readonly (string? Name, string? Code, LandUse? Use)[] _uses = new (string?, string?, LandUse?)[8];
    private int _nextUse;

    public override string? Text(Field field)
    {
        var column = field.Ordinal;
        if (!TryUtf8(column, out var utf8))
            return null;
        if (!Repeated[column])
            return Encoding.UTF8.GetString(utf8);
        ref var last = ref _last[column];
        if (last.Utf8 is null || !utf8.SequenceEqual(last.Utf8))
            last = interned.Find(utf8);
        return last.Text;
    }

    /// <summary>Uses repeat from row to row, as the same strings.</summary>
    public override LandUse? Use(Field name, Field code)
    {
        var (named, coded) = (Text(name), Text(code));
        foreach (var (known, knownCode, use) in _uses)
        {
            if (ReferenceEquals(known, named) && ReferenceEquals(knownCode, coded))
                return use;
        }
        var found = LandUses.Find(named, coded);
        _uses[_nextUse++ % _uses.Length] = (named, coded, found);
        return found;
    }

    /// <summary>The text in a column, false for unknown.</summary>
    protected abstract bool TryUtf8(int column, out ReadOnlySpan<byte> utf8);

    /// <summary>A text beside the fields that repeats from row to row; null for unknown.</summary>
    protected string? RepeatedText(int column) => TryUtf8(column, out var utf8) ? interned.Text(utf8) : null;
}

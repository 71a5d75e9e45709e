using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>Fields of a row, a bit for the ordinal of each; that of <see cref="RowFields.Geometry"/> is for its outline.</summary>
internal readonly record struct FieldSet(UInt128 Bits)
{
    /// <summary>The plot facts that a row states.</summary>
    public static FieldSet Of(ParsedRow row)
    {
        var set = default(FieldSet);
        foreach (var (field, _) in row.Facts)
            set = set.With(field);
        return set;
    }

    /// <summary>The plot facts that a row states or takes back.</summary>
    public static FieldSet SpokenOf(ParsedRow row) => Of(row).With(Of(row.Withdrawn));

    public static FieldSet Of(IReadOnlyList<Field> fields)
    {
        var set = default(FieldSet);
        for (var i = 0; i < fields.Count; i++)
            set = set.With(fields[i]);
        return set;
    }

    public bool IsEmpty => Bits == UInt128.Zero;

    public bool Contains(Field field) => (Bits >> field.Ordinal & UInt128.One) != UInt128.Zero;

    public FieldSet With(Field field) => new(Bits | UInt128.One << field.Ordinal);

    public FieldSet With(FieldSet other) => new(Bits | other.Bits);

    /// <summary>With the other half of each use: name and code state it alike.</summary>
    public FieldSet WithUses()
    {
        var set = this;
        foreach (var (name, code) in Uses)
        {
            if (Contains(name) || Contains(code))
                set = set.With(name).With(code);
        }
        return set;
    }

    private static readonly (Field Name, Field Code)[] Uses =
    [
        (PlotFields.GrantedUse, PlotFields.GrantedUseCode),
        (PlotFields.ActualUse, PlotFields.ActualUseCode),
    ];
}

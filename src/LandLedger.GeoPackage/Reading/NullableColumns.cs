using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Columns of the child tables, null for unknown.</summary>
internal static class NullableColumns
{
    public static Money? Yuan(this Statement row, int column) =>
        row.DecimalOrNull(column) is { } yuan ? Money.FromYuan(yuan) : null;

    public static Area? Mu(this Statement row, int column) =>
        row.DecimalOrNull(column) is { } mu ? Area.FromMu(mu) : null;

    public static int? Whole(this Statement row, int column) => row.IsNull(column) ? null : row.Int32(column);
}

using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Columns of the child tables, null for unknown.</summary>
internal static class NullableColumns
{
    public static decimal? Number(this Statement row, int column) => row.IsNull(column) ? null : row.Decimal(column);

    public static Money? Yuan(this Statement row, int column) =>
        row.IsNull(column) ? null : Money.FromYuan(row.Decimal(column));

    public static Area? Mu(this Statement row, int column) =>
        row.IsNull(column) ? null : Area.FromMu(row.Decimal(column));

    public static bool? Flag(this Statement row, int column) => row.IsNull(column) ? null : row.Int64(column) != 0;

    public static int? Whole(this Statement row, int column) => row.IsNull(column) ? null : row.Int32(column);
}

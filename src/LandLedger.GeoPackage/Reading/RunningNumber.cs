using System.Globalization;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Running numbers of a year ("2026-17"), looked up by the index of the numbers: of other years nothing is read.</summary>
internal static class RunningNumber
{
    /// <summary>The greatest of a year; 0 where it has none.</summary>
    /// <param name="table">With a column "number".</param>
    public static int LastOf(Connection connection, int year, string table)
    {
        var of = year.ToString("0000", CultureInfo.InvariantCulture);
        // A full stop is what comes after the hyphen.
        var rows = connection[
            $"SELECT number FROM {table} WHERE number > ?1 AND number < ?2 ORDER BY length(number) DESC, number DESC LIMIT 1"
        ]
            .Bind(1, of + "-")
            .Bind(2, of + ".");
        var last = 0;
        if (rows.Step())
            _ = int.TryParse(rows.Text(0).AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out last);
        rows.Reset();
        return last;
    }
}

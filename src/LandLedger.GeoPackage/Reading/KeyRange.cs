using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// A stretch of plots in order of their key: so many rows after a key. <paramref name="FirstRow"/> is given where the rows lie
/// in the table one after another in that order, as they do when a park was imported in order of its numbers.
/// </summary>
internal readonly record struct KeyRange(PlotKey After, int Rows, long? FirstRow)
{
    /// <summary>The first stretch is short, so that somebody who waits has something soon.</summary>
    private const int First = 64;
    private const int Longest = 256;

    private const string Sql =
        "SELECT fid, county, plot FROM plots WHERE (county, plot) > (?1, ?2) ORDER BY county, plot LIMIT ?3";

    /// <summary>All stretches of a query. The connection is free between one and the next.</summary>
    public static IEnumerable<KeyRange> Of(Connection connection, PlotQuery query)
    {
        var rows = Math.Min(query.Limit ?? First, Longest);
        var after = new PlotKey(query.After?.County ?? "", query.After?.Number ?? "");
        while (Next(connection, after, rows, out var last) is { Rows: > 0 } range)
        {
            yield return range;
            if (range.Rows < rows)
                yield break;
            (after, rows) = (last, Math.Min(rows * 2, Longest));
        }
    }

    private static KeyRange Next(Connection connection, PlotKey after, int most, out PlotKey last)
    {
        var statement = connection[Sql].Bind(1, after.County).Bind(2, after.Number).Bind(3, (long)most);
        var (rows, first, inOrder) = (0, 0L, true);
        last = after;
        while (statement.Step())
        {
            var row = statement.Int64(0);
            if (rows == 0)
                first = row;
            inOrder &= row == first + rows;
            if (++rows == most)
                last = new(statement.Text(1), statement.Text(2));
        }
        statement.Reset();
        return new(after, rows, inOrder ? first : null);
    }
}

using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Puts a firm with its years and where it sits in place of what was known under its key.</summary>
internal static class FirmWriter
{
    public static void Put(Connection connection, Firm firm)
    {
        connection[
            """
            INSERT INTO firms (firm, credit_code, name, sector, other_names) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (firm) DO UPDATE
            SET credit_code = excluded.credit_code, name = excluded.name, sector = excluded.sector, other_names = excluded.other_names
            """
        ]
            .Bind(1, firm.Key)
            .Bind(2, firm.CreditCode)
            .Bind(3, firm.Name)
            .Bind(4, firm.Sector)
            .Bind(5, NameLines.Of(firm.OtherNames))
            .Run();
        DeleteParts(connection, firm.Key);
        for (var i = 0; i < firm.Years.Count; i++)
            Insert(connection, firm.Key, i, firm.Years[i]);
        for (var i = 0; i < firm.Occupancies.Count; i++)
            Insert(connection, firm.Key, i, firm.Occupancies[i]);
    }

    /// <summary>As <see cref="IImport.Join"/>. What one source states of both it states once.</summary>
    public static void Join(Connection connection, string key, Firm into)
    {
        connection["DELETE FROM firms WHERE firm = ?1"].Bind(1, key).Run();
        DeleteParts(connection, key);
        FirmSources.Join(connection, key, into.Key);
        Put(connection, into);
    }

    private static void DeleteParts(Connection connection, string key)
    {
        connection["DELETE FROM firm_years WHERE firm = ?1"].Bind(1, key).Run();
        connection["DELETE FROM occupancies WHERE firm = ?1"].Bind(1, key).Run();
    }

    private static void Insert(Connection connection, string key, int seq, FirmYear year) =>
        connection[
            """
            INSERT INTO firm_years (firm, seq, year, tax, output, revenue, added_value, kilowatt_hours, staff, above_scale)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """
        ]
            .Bind(1, key)
            .Bind(2, (long)seq)
            .Bind(3, (long)year.Year)
            .Bind(4, year.Tax?.Yuan)
            .Bind(5, year.Output?.Yuan)
            .Bind(6, year.Revenue?.Yuan)
            .Bind(7, year.AddedValue?.Yuan)
            .Bind(8, year.KilowattHours)
            .Bind(9, year.Staff)
            .Bind(10, year.AboveScale)
            .Run();

    private static void Insert(Connection connection, string key, int seq, Occupancy occupancy) =>
        connection[
            """
            INSERT INTO occupancies (firm, seq, plot, year, land_mu, floor_mu, share, county)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """
        ]
            .Bind(1, key)
            .Bind(2, (long)seq)
            .Bind(3, occupancy.Plot)
            .Bind(4, (long?)occupancy.Year)
            .Bind(5, occupancy.Land?.Mu)
            .Bind(6, occupancy.Floor?.Mu)
            .Bind(7, occupancy.Share)
            .Bind(8, occupancy.County ?? "")
            .Run();
}

using LandLedger.Import;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Firms that were put, with their years and where they sit, written so many at a time in place of what was known.</summary>
internal sealed class FirmWriter(Session session)
{
    private const int Most = 1000;

    private const string ForgetSql = """
        WITH years AS (DELETE FROM firm_years WHERE firm = ANY ($1))
        DELETE FROM occupancies WHERE firm = ANY ($1)
        """;

    private const string PutSql = """
        INSERT INTO firms (firm, credit_code, name, sector, other_names) SELECT * FROM unnest($1, $2, $3, $4, $5)
        ON CONFLICT (firm) DO UPDATE
        SET credit_code = excluded.credit_code, name = excluded.name, sector = excluded.sector, other_names = excluded.other_names
        """;

    private readonly Dictionary<string, Firm> _held = new(StringComparer.Ordinal);

    public Firm? Find(string key)
    {
        if (_held.TryGetValue(key, out var held))
        {
            if (held.Occupancies.All(seat => seat.County is not null))
                return held;
            // The database tells the county of the only plot of a number.
            Flush();
        }
        return FirmReader.Find(session, key);
    }

    public void Put(Firm firm)
    {
        _held[firm.Key] = firm;
        if (_held.Count == Most)
            Flush();
    }

    /// <summary>As <see cref="IImport.Join"/>.</summary>
    public void Join(string key, Firm into)
    {
        Flush();
        session.Run(Statement.Of(ForgetSql).With([key]));
        session.Run(Statement.Of("DELETE FROM firms WHERE firm = $1").With(key));
        FirmSources.Join(session, key, into.Key);
        Put(into);
    }

    public void Flush()
    {
        if (_held.Count == 0)
            return;
        var firms = _held.Values;
        string[] keys = [.. _held.Keys];
        session.Run(Statement.Of(ForgetSql).With(keys));
        session.Run(
            Statement
                .Of(PutSql)
                .With(keys)
                .With([.. firms.Select(firm => firm.CreditCode)])
                .With([.. firms.Select(firm => firm.Name)])
                .With([.. firms.Select(firm => firm.Sector)])
                .With([.. firms.Select(firm => NameLines.Of(firm.OtherNames))])
        );
        Copy.Into(
            session,
            "firm_years (firm, seq, year, tax, output, revenue, added_value, kilowatt_hours, staff, above_scale)",
            firms.SelectMany(firm => firm.Years.Select((year, seq) => (firm, year, seq))),
            (copy, item) => Put(copy.Row().Put(item.firm.Key).Put((int?)item.seq), item.year)
        );
        Copy.Into(
            session,
            "occupancies (firm, seq, plot, year, land_mu, floor_mu, share, county)",
            firms.SelectMany(firm => firm.Occupancies.Select((seat, seq) => (firm, seat, seq))),
            (copy, item) => Put(copy.Row().Put(item.firm.Key).Put((int?)item.seq), item.seat)
        );
        _held.Clear();
    }

    private static void Put(Copy copy, FirmYear year) =>
        copy.Put((int?)year.Year)
            .Put(year.Tax?.Yuan)
            .Put(year.Output?.Yuan)
            .Put(year.Revenue?.Yuan)
            .Put(year.AddedValue?.Yuan)
            .Put(year.KilowattHours)
            .Put(year.Staff)
            .Put(year.AboveScale);

    private static void Put(Copy copy, Occupancy occupancy) =>
        copy.Put(occupancy.Plot)
            .Put(occupancy.Year)
            .Put(occupancy.Land?.Mu)
            .Put(occupancy.Floor?.Mu)
            .Put(occupancy.Share)
            .Put(occupancy.County ?? "");
}

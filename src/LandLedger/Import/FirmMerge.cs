namespace LandLedger.Import;

/// <summary>
/// Gathers the firm rows of one import and lays them over the firms of the store. A firm that stands in several rows of a year (one
/// a plot) must state the same figures in each, or state them once.
/// </summary>
internal sealed class FirmMerge(IImport import, IssueLog issues)
{
    private readonly Dictionary<(string Firm, int Year), FirmYear> _stated = [];
    private readonly HashSet<string> _firms = new(StringComparer.Ordinal);

    public int Count => _firms.Count;

    public void Add(ParsedRow row)
    {
        if (row.FirmName is not { } name)
            return;
        var key = row.FirmCode ?? name;
        var old = import.FindFirm(key);
        var firm = (old ?? new Firm { Name = name }) with
        {
            CreditCode = row.FirmCode ?? old?.CreditCode,
            Sector = row.FirmSector ?? old?.Sector,
            Occupancies = Occupancies(old?.Occupancies ?? [], row),
        };
        foreach (var year in row.FirmYears)
        {
            if (!Agrees(key, year, row))
                return;
            var before = firm.Years.FirstOrDefault(y => y.Year == year.Year);
            var after = before is null ? year : Laid(before, year);
            firm = firm with
            {
                Years = [.. firm.Years.Where(y => y.Year != year.Year).Append(after).OrderBy(y => y.Year)],
            };
        }
        _firms.Add(key);
        if (old is null || !Same(old, firm))
            import.Put(firm);
    }

    private bool Agrees(string key, FirmYear year, ParsedRow row)
    {
        if (!_stated.TryGetValue((key, year.Year), out var stated))
        {
            _stated.Add((key, year.Year), year);
            return true;
        }
        var laid = Laid(stated, year);
        if (Laid(year, stated) == laid)
        {
            _stated[(key, year.Year)] = laid;
            return true;
        }
        issues.Add(
            new RawPlace(row.File, row.Line, row.Plot).Issue(
                "firm-year.conflict",
                Severity.Refuse,
                ("value", row.FirmName!),
                ("year", year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            )
        );
        return false;
    }

    private static FirmYear Laid(FirmYear under, FirmYear over) =>
        new()
        {
            Year = over.Year,
            Tax = over.Tax ?? under.Tax,
            Output = over.Output ?? under.Output,
            Revenue = over.Revenue ?? under.Revenue,
            AddedValue = over.AddedValue ?? under.AddedValue,
            KilowattHours = over.KilowattHours ?? under.KilowattHours,
            Staff = over.Staff ?? under.Staff,
            AboveScale = over.AboveScale ?? under.AboveScale,
        };

    private static IReadOnlyList<Occupancy> Occupancies(IReadOnlyList<Occupancy> old, ParsedRow row) =>
        row.Occupancies.Count == 0
            ? old
            :
            [
                .. old.Where(o => !row.Occupancies.Any(n => n.Plot == o.Plot && n.Year == o.Year))
                    .Concat(row.Occupancies)
                    .OrderBy(o => o.Plot, StringComparer.Ordinal)
                    .ThenBy(o => o.Year),
            ];

    private static bool Same(Firm old, Firm now) =>
        old with { Occupancies = now.Occupancies, Years = now.Years } == now
        && old.Occupancies.SequenceEqual(now.Occupancies)
        && old.Years.SequenceEqual(now.Years);
}

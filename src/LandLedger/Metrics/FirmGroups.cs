using LandLedger.Import;

namespace LandLedger.Metrics;

/// <summary>What is recorded of one firm, in one record or in several.</summary>
/// <param name="Key">That of the record with the code, else of the first.</param>
/// <param name="Namesakes">Firms of which it may be one, when it has no code and they all bear its name.</param>
internal sealed record FirmGroup(string Key, FirmYear[] Years, Occupancy[] Occupancies, string[] Namesakes)
{
    /// <summary>Joins the records of each firm, in order of their keys.</summary>
    public static List<FirmGroup> Of(IEnumerable<Firm> firms)
    {
        var all = firms.ToList();
        var identity = new FirmIdentity();
        foreach (var firm in all)
            identity.Note(firm.CreditCode, firm.Name, firm.OtherNames);
        return
        [
            .. all.GroupBy(firm => identity.Of(firm.CreditCode, firm.Name), StringComparer.Ordinal)
                .Select(same => Of([.. same], identity))
                .OrderBy(group => group.Key, StringComparer.Ordinal),
        ];
    }

    private static FirmGroup Of(Firm[] same, FirmIdentity identity)
    {
        var first = same.OrderBy(firm => firm.CreditCode is null)
            .ThenBy(firm => firm.Key, StringComparer.Ordinal)
            .First();
        return new(
            first.Key,
            [.. same.SelectMany(firm => firm.Years)],
            [.. same.SelectMany(firm => firm.Occupancies)],
            identity.IsAmbiguous(first.CreditCode, first.Name) ? [.. identity.CodesOf(first.Name)] : []
        );
    }
}

/// <summary>A plot that a firm sits on; without county where nobody can tell which of several it is.</summary>
internal readonly record struct Seat(string? County, string Plot) : IComparable<Seat>
{
    public static Seat Of(Occupancy occupancy) => new(occupancy.County, occupancy.Plot);

    /// <summary>What the plot is called: by its number, with its county where several have it.</summary>
    public string Name(Func<string, bool> isShared) =>
        County is { } county && isShared(Plot) ? new PlotKey(county, Plot).ToString() : Plot;

    public int CompareTo(Seat other)
    {
        var byPlot = string.CompareOrdinal(Plot, other.Plot);
        return byPlot != 0 ? byPlot : string.CompareOrdinal(County, other.County);
    }
}

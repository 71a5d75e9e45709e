using LandLedger.Import.Merging;

namespace LandLedger.Import.Firms;

/// <summary>The plots that firms sit on, each looked up once, written or not: tables of firms are read when all plots are there.</summary>
internal sealed class FirmPlots(PendingPlots pending)
{
    private readonly Dictionary<string, Found> _found = new(StringComparer.Ordinal);

    public bool IsKnown(string number) => Of(number).IsKnown;

    /// <summary>Empty where there is none, where nobody has said, and where plots of several counties have the number.</summary>
    public string CountyOf(string number) => Of(number).County;

    /// <summary>The day on which the last plot of the number ended; null while there is one, or none at all.</summary>
    public DateOnly? EndedOn(string number) => Of(number).EndedOn;

    private Found Of(string number)
    {
        if (_found.TryGetValue(number, out var found))
            return found;
        var plots = pending.Find(number);
        found = new(
            plots.Count > 0,
            plots is [var only] ? only.County : "",
            plots.All(plot => plot.EndedOn is not null) ? plots.Max(plot => plot.EndedOn) : null
        );
        _found.Add(number, found);
        return found;
    }

    private readonly record struct Found(bool IsKnown, string County, DateOnly? EndedOn);
}

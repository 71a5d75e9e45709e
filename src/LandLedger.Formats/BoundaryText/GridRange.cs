namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// What plane coordinates in China can be: northings from the southern reefs to the Amur, eastings within a zone and half of its
/// neighbours, with or without zone number before them. The two ranges do not meet where the zone number is written.
/// </summary>
internal static class GridRange
{
    private const double SouthEnd = 300_000;
    private const double NorthEnd = 6_200_000;
    private const double WestEnd = 100_000;
    private const double EastEnd = 900_000;
    private const int FirstZone = 13;
    private const int LastZone = 45;

    public static bool IsNorthing(double value) => value is >= SouthEnd and <= NorthEnd;

    public static bool IsEasting(double value) => ZoneOf(value) is not null;

    /// <summary>Zone number written before an easting, 0 where there is none, null for what is no easting.</summary>
    public static int? ZoneOf(double value)
    {
        if (value is >= WestEnd and <= EastEnd)
            return 0;
        if (value is < FirstZone * 1e6 or >= (LastZone + 1) * 1e6)
            return null;
        var zone = (int)(value / 1e6);
        return value - zone * 1e6 is >= WestEnd and <= EastEnd ? zone : null;
    }
}

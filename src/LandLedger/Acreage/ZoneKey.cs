namespace LandLedger.Acreage;

/// <summary>
/// Identity of a zone (片区): its name within a county, as plots have it; null for the plots of the county that name none. The county is
/// empty while nobody has said. By county, then name, in the order of their code units; without name last.
/// </summary>
public readonly record struct ZoneKey(string County, string? Zone) : IComparable<ZoneKey>
{
    public int CompareTo(ZoneKey other)
    {
        var byCounty = string.CompareOrdinal(County, other.County);
        if (byCounty != 0)
            return byCounty;
        return Zone is null || other.Zone is null
            ? (Zone is null).CompareTo(other.Zone is null)
            : string.CompareOrdinal(Zone, other.Zone);
    }

    /// <summary>"COUNTY:ZONE", "COUNTY:" for the plots without zone.</summary>
    public override string ToString() => $"{County}:{Zone}";

    /// <summary>The key that such a text stands for, or null for any other.</summary>
    public static ZoneKey? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is 0 or 6 && text.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            ? new(text[..colon], text.Length > colon + 1 ? text[(colon + 1)..] : null)
            : null;
    }
}

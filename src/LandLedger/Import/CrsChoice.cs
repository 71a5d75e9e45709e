using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>Which system the coordinates of a file are in: what it declares, unless the caller says otherwise. Never a guess.</summary>
internal static class CrsChoice
{
    /// <summary>Null when the file's shapes cannot be taken; the reason is among the issues then.</summary>
    public static Crs? Of(RawFile file, Crs? asked, List<ImportIssue> issues)
    {
        var place = new RawPlace(file.Name, null, null);
        var declared = file.Crs;
        if (asked is not null)
        {
            if (declared.Code is { } code && CrsTable.Find(code)?.Code != asked.Code)
                issues.Add(place.Issue("crs.overridden", Severity.Note, ("value", code), ("crs", asked.Code)));
            return asked;
        }
        if (declared.Code is { } known && CrsTable.Find(known) is { } crs)
            return crs;
        if (declared.Wkt is { } wkt)
            return Foreign(wkt, place, issues);
        issues.Add(
            declared.Code is { } foreign
                ? place.Issue("crs.not-in-table", Severity.Refuse, ("value", foreign))
                : place.Issue(
                    "crs.unknown",
                    Severity.Refuse,
                    ("value", declared.Note ?? ""),
                    ("said", declared.Note ?? "")
                )
        );
        return null;
    }

    private static Crs? Foreign(string wkt, RawPlace place, List<ImportIssue> issues)
    {
        var name = wkt.Split('"') is [_, var first, ..] ? first : wkt;
        if (ForeignCrs.Parse(wkt) is { } crs)
        {
            issues.Add(
                crs.Caveat is { } own && ForeignCrs.IsCgcs2000(own)
                    ? place.Issue("crs.own-plane", Severity.Note, ("value", name))
                    : place.Issue("crs.datum-unshifted", Severity.Warn, ("value", name), ("datum", crs.Caveat ?? name))
            );
            return crs;
        }
        var code = ForeignCrs.IsLocalDatum(wkt) ? "crs.legacy-datum" : "crs.not-in-table";
        issues.Add(place.Issue(code, Severity.Refuse, ("value", name)));
        return null;
    }
}

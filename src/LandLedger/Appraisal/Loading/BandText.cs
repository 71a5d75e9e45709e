using System.Globalization;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads bands, and holds them to a list that gives every firm just one grade.</summary>
internal static class BandText
{
    private const decimal MostPoints = 1_000_000m;

    public static Bands? Read(Node? found)
    {
        if (found is not { } node)
            return null;
        node.Only("by", "rounding", "grades", "trust");
        var by = node.Code<BandBasis>("by");
        var (rounding, roundingTrust) = RoundingOf(node, by);
        List<(Band Band, Node Node)> bands = [];
        foreach (var item in node.Items("grades"))
        {
            item.Only("grade", "upTo");
            var grade = Cited.Grade(item);
            decimal? upTo =
                item.Open("upTo") is null ? null
                : by == BandBasis.Share ? item.Number("upTo", 0, 1)
                : item.Number("upTo", -MostPoints, MostPoints);
            if (grade is { } known)
                bands.Add((new(known, upTo), item));
        }
        if (by is { } basis)
            Check(node, basis, bands);
        var trust = node.Trust();
        return by is { } sure && trust is { } mark && rounding is { } rule && roundingTrust is { } ruleMark
            ? new(sure, rule, ruleMark, [.. bands.Select(band => band.Band)], mark)
            : null;
    }

    private static (CountRounding?, Rules.Trust?) RoundingOf(Node node, BandBasis? by)
    {
        if (by != BandBasis.Share)
            return (CountRounding.Down, Rules.Trust.Read);
        if (node.Member("rounding") is not { } found)
            return (null, null);
        found.Only("rule", "trust");
        return (found.Code<CountRounding>("rule"), found.Trust());
    }

    private static void Check(Node node, BandBasis by, List<(Band Band, Node Node)> bands)
    {
        if (bands.Count == 0)
        {
            node.Report("no-band", "[]", "grades");
            return;
        }
        for (var at = 0; at < bands.Count; at++)
        {
            var ((grade, upTo), place) = bands[at];
            if (
                at > 0
                && (by == BandBasis.Share ? grade <= bands[at - 1].Band.Grade : grade >= bands[at - 1].Band.Grade)
            )
                place.Report("grades-out-of-order", $"{grade}", "grade");
            if (at > 0 && upTo <= bands[at - 1].Band.UpTo)
                place.Report("bounds-out-of-order", Written(upTo), "upTo");
            if (upTo is null && (by == BandBasis.Share || at < bands.Count - 1))
                place.Report("bound-missing", "null", "upTo");
        }
        var last = bands[^1];
        if (by == BandBasis.Share ? last.Band.UpTo is not null and not 1m : last.Band.UpTo is not null)
            last.Node.Report("bands-not-closed", Written(last.Band.UpTo), "upTo");
    }

    private static string Written(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "null";
}

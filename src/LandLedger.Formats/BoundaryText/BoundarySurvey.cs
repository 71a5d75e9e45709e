using System.Text;
using LandLedger.Formats.Text;

namespace LandLedger.Formats.BoundaryText;

/// <summary>What a first look at a boundary text gives: its first header, its sections, and the first sound easting.</summary>
/// <param name="Prefix">Zone before it, 0 for none, null where there is no such point.</param>
/// <param name="LineTooLong">The line that stopped the reading.</param>
internal sealed record BoundarySurvey(
    BoundaryHeader Header,
    bool HasPlots,
    bool HasContent,
    int? Prefix,
    int? LineTooLong = null
)
{
    /// <summary>Reads to the first sound point, or to the end where there is none.</summary>
    public static BoundarySurvey Of(Stream stream, Encoding encoding, int longestLine)
    {
        using var lines = new TextLines(stream, encoding, longestLine);
        BoundaryHeader? header = null;
        var section = BoundarySection.None;
        var (hasPlots, hasContent) = (false, false);
        while (lines.Next())
        {
            var line = lines.Current;
            if (line.IsWhiteSpace())
                continue;
            hasContent = true;
            if (BoundarySections.Of(line) is { } next)
            {
                section = next;
                hasPlots |= section == BoundarySection.Plots;
                if (section == BoundarySection.Header)
                    header ??= new() { Line = lines.Number };
                continue;
            }
            if (section == BoundarySection.Header)
                header!.Add(line, lines.Number);
            if (section != BoundarySection.Plots || PlotLine.Looks(line))
                continue;
            var point = PointLine.Read(line);
            if (point.Trouble == PointTrouble.None && PrefixOf(point.X, point.Y) is { } prefix)
                return new(header ?? new(), HasPlots: true, HasContent: true, prefix);
        }
        return new(header ?? new(), hasPlots, hasContent, Prefix: null, lines.TooLong ? lines.Number : null);
    }

    /// <summary>Whether a line reads as a point that can lie in China.</summary>
    public static bool IsPoint(Span<char> line)
    {
        var point = PointLine.Read(line);
        return point.Trouble == PointTrouble.None && PrefixOf(point.X, point.Y) is not null;
    }

    private static int? PrefixOf(double x, double y)
    {
        if (GridRange.IsNorthing(x) && GridRange.ZoneOf(y) is { } zone)
            return zone;
        return GridRange.IsNorthing(y) ? GridRange.ZoneOf(x) : null;
    }
}

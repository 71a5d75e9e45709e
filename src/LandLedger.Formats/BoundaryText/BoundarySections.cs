namespace LandLedger.Formats.BoundaryText;

internal enum BoundarySection
{
    /// <summary>Before the first mark, or a section that is none of ours.</summary>
    None,
    Header,
    Plots,
}

/// <summary>Section marks: 属性描述 and 地块坐标 in square brackets, half or full width, or 【】.</summary>
internal static class BoundarySections
{
    /// <summary>The section that a line opens, or null for any other line.</summary>
    public static BoundarySection? Of(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (
            line.Length < 3
            || line[0] is not ('[' or '［' or '【' or '〔')
            || line[^1] is not (']' or '］' or '】' or '〕')
        )
            return null;
        var name = line[1..^1].Trim();
        if (name.StartsWith("属性描述"))
            return BoundarySection.Header;
        return name.StartsWith("地块坐标") ? BoundarySection.Plots : BoundarySection.None;
    }
}

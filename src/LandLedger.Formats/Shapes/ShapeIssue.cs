using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>What is said about a shape that could not be read. The row then carries <see cref="RawShape.Unread"/>.</summary>
internal static class ShapeIssue
{
    public static ImportIssue Of(string file, int line, string trouble, int position, string? value = null) =>
        trouble switch
        {
            ShapeReading.TooManyVertices => FileIssue
                .Refuse(file, trouble, line, "> " + Text(ShapeLimits.VerticesPerRing))
                .With(("limit", Text(ShapeLimits.VerticesPerRing))),
            ShapeReading.TooManyRings => FileIssue
                .Refuse(file, trouble, line, "> " + Text(ShapeLimits.RingsPerShape))
                .With(("limit", Text(ShapeLimits.RingsPerShape))),
            _ => FileIssue.Refuse(file, trouble, line, value).With(("position", Text(position))),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

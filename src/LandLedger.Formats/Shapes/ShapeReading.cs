using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>
/// What a text or bytes gave: a shape; nothing at all (an EMPTY geometry is no shape); or trouble, as the code of an
/// <see cref="ImportIssue"/> and where it was met.
/// </summary>
/// <param name="Trouble">Issue code, or null when the geometry was read.</param>
/// <param name="Position">0-based character (WKT) or byte (WKB) at which reading stopped; -1 without trouble.</param>
/// <param name="Crs">"EPSG:n" where the geometry itself carries an SRID other than 0, else null.</param>
public readonly record struct ShapeReading(
    RawShape? Shape,
    string? Trouble = null,
    int Position = -1,
    string? Crs = null
)
{
    public const string Unreadable = "shape.unreadable";
    public const string TooManyVertices = "shape.too-many-vertices";
    public const string TooManyRings = "shape.too-many-rings";
    public const string NotANumber = "shape.not-finite";

    internal static ShapeReading Failed(string trouble, int position) => new(Shape: null, trouble, position);
}

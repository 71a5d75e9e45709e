namespace LandLedger.Clearance;

/// <summary>What is to be cleared in a year of a part of the stock (年度目标任务), or of all of it.</summary>
/// <param name="Place">Where it stands, as a reader finds it: file and line.</param>
/// <param name="Category">Of which class of the stock; of all when null.</param>
/// <param name="Measure">Of the plots for which a case chose this measure; of all when null.</param>
/// <param name="Unit">Of the plots whose case this unit is responsible for; of all when null.</param>
public sealed record YearTarget(
    string Place,
    int Year,
    Category? Category,
    MeasureKind? Measure,
    string? Unit,
    ClearanceTarget Target
)
{
    /// <summary>What the part is bounded by, of category, measure and unit in this order; empty where it is all of the stock.</summary>
    public IReadOnlyList<string> By =>
        [
            .. Category is null ? Array.Empty<string>() : ["category"],
            .. Measure is null ? Array.Empty<string>() : ["measure"],
            .. Unit is null ? Array.Empty<string>() : ["unit"],
        ];

    /// <summary>Whether it is about the same part of the same year.</summary>
    public bool IsOfPart(YearTarget other) =>
        (Year, Category, Measure, Unit) == (other.Year, other.Category, other.Measure, other.Unit);

    internal bool Holds(Category category, string? measure, string? unit) =>
        (Category ?? category) == category
        && (Measure is not { } wanted || Fields.Codes.Of(wanted) == measure)
        && (Unit ?? unit) == unit;
}

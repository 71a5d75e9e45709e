using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// What filters of plots may name: every scalar fact, under the name that it has in files and stores too, and the outline. What
/// rules conclude, such as the class, is no fact of a store and so is not among them.
/// </summary>
public static class PlotQueryables
{
    public const string Geometry = "geometry";

    public static Queryables All { get; } =
        new(
            [
                .. PlotFields.All.Select(Of),
                new(Geometry, FilterType.Geometry)
                {
                    ChineseTitle = Texts.Chinese["filter.plot-geometry"],
                    EnglishTitle = Texts.English["filter.plot-geometry"],
                },
            ],
            CrsTable.Cgcs2000
        );

    private static QueryableProperty Of(Field field) =>
        new(field.Id, TypeOf(field.Type))
        {
            Unit = field.Unit,
            Codes = field.Codes,
            ChineseTitle = Texts.Chinese.Find("field." + field.Id),
            EnglishTitle = Texts.English.Find("field." + field.Id),
        };

    private static FilterType TypeOf(FieldType type) =>
        type switch
        {
            FieldType.Text or FieldType.Code => FilterType.Text,
            FieldType.TextList => FilterType.List,
            FieldType.Flag => FilterType.Boolean,
            FieldType.Date => FilterType.Date,
            FieldType.Geometry => FilterType.Geometry,
            _ => FilterType.Number,
        };
}

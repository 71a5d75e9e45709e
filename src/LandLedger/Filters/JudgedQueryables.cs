using System.Collections.Frozen;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Filters;

/// <summary>
/// What filters of judged plots may name: what those of plots may (<see cref="PlotQueryables"/>), and what the rules conclude under the
/// names of the list (<see cref="DisposalColumns"/>), sentences aside. The former is asked of the store, the latter is told by judging.
/// </summary>
public static class JudgedQueryables
{
    private static readonly FrozenDictionary<string, DisposalColumn> Judged = DisposalColumns
        .All.Where(column => column.IsJudged && column.Type != ColumnType.Text)
        .ToFrozenDictionary(column => column.Id, StringComparer.Ordinal);

    public static Queryables All { get; } =
        new(
            [
                .. PlotQueryables.All.All,
                .. DisposalColumns.All.Where(column => Judged.ContainsKey(column.Id)).Select(Of),
            ],
            PlotQueryables.All.Crs
        );

    /// <summary>The value as <see cref="FilterTest{T}"/> takes it. A list of codes without any is empty, never unknown, as in the list.</summary>
    public static object? ValueOf(Evaluation evaluation, string name)
    {
        if (Judged.GetValueOrDefault(name) is { } column)
        {
            // Codes are the same in each language.
            var judged = column.Of(new DisposalRow(evaluation, Texts.Chinese));
            return column.Type == ColumnType.CodeList ? judged.Text?.Split(',') ?? [] : ValueOf(judged);
        }
        if (name == PlotQueryables.Geometry)
            return evaluation.Plot.Shape is { } shape ? FilterShape.Of(shape.Wkb) : null;
        var field = PlotFields.Find(name)!;
        var fact = field.Of(evaluation.Plot);
        return field.Type == FieldType.TextList
            ? fact.Text?.Split('、', StringSplitOptions.RemoveEmptyEntries)
            : ValueOf(fact);
    }

    private static object? ValueOf(Fact fact) =>
        fact.Kind switch
        {
            FactKind.Number => (double)fact.Number!.Value,
            FactKind.Date => fact.Date,
            FactKind.Flag => fact.Flag,
            _ => fact.Text,
        };

    private static QueryableProperty Of(DisposalColumn column) =>
        new(
            column.Id,
            column.Type switch
            {
                ColumnType.CodeList => FilterType.List,
                ColumnType.Number => column.Decimals == 0 ? FilterType.Integer : FilterType.Number,
                ColumnType.Date => FilterType.Date,
                ColumnType.Flag => FilterType.Boolean,
                _ => FilterType.Text,
            }
        )
        {
            Unit = column.Unit,
            Codes = column.Codes,
            ChineseTitle = column.Title(Texts.Chinese),
            EnglishTitle = column.Title(Texts.English),
        };
}

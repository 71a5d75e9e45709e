using System.Collections.Frozen;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Service.Plots.Writing;

/// <summary>What a request can say of a plot, by the ids of the field dictionary: the facts of plots, and what a row says of a supplement, a delay, a charge or a year.</summary>
internal static class WritableFields
{
    private static readonly Field[] Parts =
    [
        .. RowFields.Parts,
        RowFields.Year,
        RowFields.Tax,
        RowFields.Output,
        RowFields.Revenue,
        RowFields.AddedValue,
        RowFields.KilowattHours,
    ];

    public static IReadOnlyList<Field> All { get; } = [.. PlotFields.All, .. Parts];

    private static readonly FrozenDictionary<string, Field> ById = All.ToFrozenDictionary(
        field => field.Id,
        StringComparer.Ordinal
    );

    public static string Names { get; } = string.Join(", ", All.Select(field => field.Id));

    /// <summary>Null for what cannot be written: what rules, cases and firms say of a plot, and what is measured in its outline.</summary>
    public static Field? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Whether items show it, so that its absence from what comes in the place of a plot says something.</summary>
    public static bool IsShown(Field field) =>
        DisposalColumns.Find(field.Id) is { } column && DisposalColumns.All.Contains(column);

    /// <summary>Which plot it is: this stays what it is.</summary>
    public static bool IsIdentity(Field field) => field == PlotFields.Plot || field == PlotFields.County;
}

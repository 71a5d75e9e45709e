using System.Globalization;

namespace LandLedger.Clearance;

/// <summary>What the parts of a clearance table are called.</summary>
public static class ClearanceWords
{
    /// <summary>Each breakdown with the first part of the text keys of its codes; without one its keys are names.</summary>
    public static IReadOnlyList<(string Name, string? Family, IReadOnlyList<ClearanceLine> Lines)> Parts(
        ClearanceTable table
    ) =>
        [
            ("category", "category.", table.ByCategory),
            ("measure", "measure.", table.ByMeasure),
            ("unit", null, table.ByUnit),
            ("outcome", "clearance.outcome.", table.ByOutcome),
        ];

    /// <summary>The word for a code, a name as it is, and that there is none.</summary>
    public static string Key(string? key, string? family, Texts texts) =>
        key is null ? texts["clearance.none"]
        : family is null ? key
        : texts.Find(family + key) ?? key;

    /// <summary>What a target is about: its class, measure and unit, or all of the stock; of the line of the others that it is those.</summary>
    public static string Part(YearTarget? target, Texts texts)
    {
        if (target is null)
            return texts["target.others"];
        string[] words =
        [
            .. target.Category is { } category
                ? [texts["category." + Fields.Codes.Of(category)]]
                : Array.Empty<string>(),
            .. target.Measure is { } measure ? [texts["measure." + Fields.Codes.Of(measure)]] : Array.Empty<string>(),
            .. target.Unit is { } unit ? [unit] : Array.Empty<string>(),
        ];
        return words.Length == 0 ? texts["target.whole"] : string.Join(texts["list.comma"], words);
    }

    /// <summary>A share as per cent with two decimals, rounded down, so that it never looks like a target that it is below; "–" where there is none.</summary>
    public static string PerCent(decimal? share) =>
        share is { } part
            ? (Math.Floor(part * 10_000) / 100).ToString("0.00", CultureInfo.InvariantCulture) + " %"
            : "–";
}

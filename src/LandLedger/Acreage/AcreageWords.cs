using LandLedger.Fields;

namespace LandLedger.Acreage;

/// <summary>What the dimensions of an acreage table, their keys and the parts of a sum are called.</summary>
public static class AcreageWords
{
    private static readonly string[] Sum =
    [
        "list.plots",
        "column.stated_mu",
        "list.without-stated",
        "column.measured_mu",
        "list.without-measured",
    ];

    /// <summary>Titles of the parts of an <see cref="AcreageSum"/>, in their order.</summary>
    public static IReadOnlyList<string> SumTitles(Texts texts) => [.. Sum.Select(title => texts[title])];

    public static string Title(AcreageBy by, Texts texts) => texts["acreage." + CodeText.Of(by)];

    /// <summary>The word for a code, a name as it is, and that it is not on record where it is unknown.</summary>
    public static string Key(AcreageBy by, string? key, Texts texts) =>
        key is null
            ? texts["word.unknown"]
            : by switch
            {
                AcreageBy.Use => texts["use." + key],
                AcreageBy.Category => texts["category." + key],
                AcreageBy.Stage => texts["code.stage." + key],
                _ => key,
            };
}

namespace LandLedger.Import.Cells;

/// <summary>Several values in one cell, as officers separate them.</summary>
internal static class TextLists
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '|', '\n', '\r', '\t'];

    public static string[] Split(string text) =>
        [
            .. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => CellText.Narrow(CellText.Trim(part)))
                .Where(part => !Words.MeansNothing(part))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The form of facts: joined by 、; null when nothing is left.</summary>
    public static string? Join(string text) => Split(text) is { Length: > 0 } parts ? string.Join('、', parts) : null;
}

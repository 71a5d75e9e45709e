namespace LandLedger.Ledger;

/// <summary>Something that is wrong with a ledger, or with what a store holds beside it.</summary>
/// <param name="Code">Its text stands under <c>ledger.CODE</c>.</param>
/// <param name="Number">The entry where it is found, or null.</param>
/// <param name="About">The subject, or null.</param>
public sealed record LedgerFault(string Code, long? Number, string? About)
{
    /// <summary>What the text names besides.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    internal static LedgerFault Of(
        string code,
        long? number,
        string? about,
        params ReadOnlySpan<(string Name, string Value)> arguments
    )
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            named[name] = value;
        return new(code, number, about) { Arguments = named };
    }
}

using LandLedger.Import.Cells;

namespace LandLedger.Import.Firms;

/// <summary>What the firm of a code is called, and the other names that rows with its code gave it (曾用名), compared without case, width and blanks.</summary>
internal sealed record FirmNames(string Name, IReadOnlyList<string> Others)
{
    /// <summary>
    /// The names once an import is laid. A name that nobody gave before and that all its rows give is the new one; where they give several, or
    /// one of before, the known one stays.
    /// </summary>
    /// <param name="known">As the store has them; null where it does not have the firm.</param>
    /// <param name="said">By the rows of the import with the code, in their order; of a firm that is new at least one.</param>
    public static FirmNames After(FirmNames? known, IReadOnlyList<string> said)
    {
        var distinct = said.DistinctBy(name => CellText.Plain(name), StringComparer.Ordinal).ToList();
        if (known is null)
            return new(distinct[0], distinct[1..]);
        var fresh = distinct.Where(name => !known.Has(name)).ToList();
        return fresh.Count == 1 && distinct.Count == 1
            ? new(fresh[0], [.. known.Others, known.Name])
            : new(known.Name, [.. known.Others, .. fresh]);
    }

    public bool IsName(string name) => CellText.Plain(name) == CellText.Plain(Name);

    public bool Has(string name) => IsName(name) || Others.Any(other => CellText.Plain(name) == CellText.Plain(other));
}

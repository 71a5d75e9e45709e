using LandLedger.Import.Cells;

namespace LandLedger;

/// <summary>
/// Which records speak of one firm: those of one credit code, and beside them those without a code whose name no other code bears. A name
/// that a firm bore before is its own while no other bears it. Codes and names are compared without case, width and blanks.
/// </summary>
internal sealed class FirmIdentity
{
    private readonly Dictionary<string, string[]> _codesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _codesByOtherName = new(StringComparer.Ordinal);

    /// <summary>A credit code as it is kept.</summary>
    public static string Code(string code) => CellText.Plain(code).ToUpperInvariant();

    /// <summary>Notes that a firm of that code bears the name, and has been called by the others. Note all before asking.</summary>
    public void Note(string? code, string name, IReadOnlyList<string> others)
    {
        if (code is null)
            return;
        Note(_codesByName, code, name);
        foreach (var other in others)
            Note(_codesByOtherName, code, other);
    }

    /// <summary>Codes whose firms bear the name, or, where none does, have been called by it; in ordinal order.</summary>
    public IReadOnlyList<string> CodesOf(string name) =>
        _codesByName.TryGetValue(CellText.Plain(name), out var codes)
            ? codes
            : _codesByOtherName.GetValueOrDefault(CellText.Plain(name), []);

    private static void Note(Dictionary<string, string[]> codesByName, string code, string name)
    {
        var (plain, called) = (Code(code), CellText.Plain(name));
        var codes = codesByName.GetValueOrDefault(called, []);
        if (!codes.Contains(plain, StringComparer.Ordinal))
            codesByName[called] = [.. codes.Append(plain).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a record without code may mean several firms.</summary>
    public bool IsAmbiguous(string? code, string name) => code is null && CodesOf(name).Count > 1;

    /// <summary>The code of a record: its own, or that of the one firm that bears its name.</summary>
    public string? CodeOf(string? code, string name) =>
        code is not null ? Code(code)
        : CodesOf(name) is [var only] ? only
        : null;

    /// <summary>The same text for all records of one firm.</summary>
    public string Of(string? code, string name) => CodeOf(code, name) ?? CellText.Plain(name);
}

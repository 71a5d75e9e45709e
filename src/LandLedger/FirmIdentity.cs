using LandLedger.Import.Cells;

namespace LandLedger;

/// <summary>
/// Which records speak of one firm: those of one credit code, and beside them those without a code whose name no other code bears. Codes
/// and names are compared without case, width and blanks.
/// </summary>
internal sealed class FirmIdentity
{
    private readonly Dictionary<string, string[]> _codesByName = new(StringComparer.Ordinal);

    /// <summary>A credit code as it is kept.</summary>
    public static string Code(string code) => CellText.Plain(code).ToUpperInvariant();

    /// <summary>Notes that a firm of that code bears the name. Note all before asking.</summary>
    public void Note(string? code, string name)
    {
        if (code is null)
            return;
        var (plain, codes) = (Code(code), CodesOf(name));
        if (!codes.Contains(plain, StringComparer.Ordinal))
            _codesByName[CellText.Plain(name)] = [.. codes.Append(plain).Order(StringComparer.Ordinal)];
    }

    /// <summary>Codes whose firms bear the name, in ordinal order.</summary>
    public IReadOnlyList<string> CodesOf(string name) => _codesByName.GetValueOrDefault(CellText.Plain(name), []);

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

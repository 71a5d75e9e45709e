using LandLedger.Import.Cells;
using LandLedger.Ledger;

namespace LandLedger.Import.Firms;

/// <summary>
/// Holds the rows of an import that speak of firms until all are read: only then it is known which firm a row without credit code means,
/// whatever the order of rows, files and imports. What the store kept under another name of a firm that rows speak of is joined to it.
/// </summary>
internal sealed class FirmRows(IImport import, LedgerPen pen, IPlotStore store, FirmPlots plots, IssueLog issues)
{
    private readonly List<(ParsedRow Row, string Source, PlotKey? Plot)> _held = [];
    private readonly FirmIdentity _identity = new();

    /// <summary>The key of each firm of the store, by what is the same for all records of it.</summary>
    private readonly Dictionary<string, List<string>> _stored = new(StringComparer.Ordinal);

    /// <summary>What firms are called by their code: in the store, and once the import is laid.</summary>
    private readonly Dictionary<string, FirmNames> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FirmNames> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>Names of firms that it has been told, by file, to be those of another name.</summary>
    private readonly HashSet<(string File, string Key, string Name)> _renamed = [];

    /// <summary>Firms as the store had them, by their key, where they have been joined to others or been given their code.</summary>
    public Dictionary<string, Firm> Before { get; } = new(StringComparer.Ordinal);

    /// <summary>Holds a row.</summary>
    /// <param name="plot">The plot of a row of the ledger of plots; null in tables of firms, whose rows name theirs.</param>
    public void Add(ParsedRow row, string source, PlotKey? plot) => _held.Add((row, source, plot));

    /// <summary>What the rows say, in their order.</summary>
    /// <param name="refused">Told of each row that names no firm, or one of several, or a plot of several, and of its source.</param>
    public IEnumerable<FirmStatement> Take(Action<ParsedRow, string> refused)
    {
        if (_held.Count == 0)
            yield break;
        Learn();
        foreach (var (row, source, plot) in _held)
        {
            if (Told(row, source, plot) is { } told)
            {
                yield return told;
                continue;
            }
            refused(row, source);
        }
        _held.Clear();
    }

    private void Learn()
    {
        var stored = new List<(string Key, string? Code, string Name)>();
        foreach (var firm in store.Firms())
        {
            stored.Add((firm.Key, firm.CreditCode, firm.Name));
            if (firm.CreditCode is { } code)
                _known.TryAdd(FirmIdentity.Code(code), new(firm.Name, firm.OtherNames));
        }
        var said = _held
            .Select(held => held.Row)
            .Where(row => row is { FirmCode: not null, FirmName: not null })
            .ToLookup(row => FirmIdentity.Code(row.FirmCode!), row => row.FirmName!, StringComparer.Ordinal);
        foreach (var code in _known.Keys.Union(said.Select(names => names.Key), StringComparer.Ordinal))
        {
            var names = FirmNames.After(_known.GetValueOrDefault(code), [.. said[code]]);
            _names.Add(code, names);
            _identity.Note(code, names.Name, names.Others);
        }
        foreach (var (key, code, name) in stored)
        {
            var identity = _identity.Of(code, name);
            if (!_stored.TryGetValue(identity, out var keys))
                _stored.Add(identity, keys = new(1));
            keys.Add(key);
        }
    }

    private FirmStatement? Told(ParsedRow row, string source, PlotKey? plot)
    {
        var place = new RawPlace(row.File, row.Line, row.Plot);
        if ((row.FirmName ?? NameOf(row)) is not { } name)
        {
            issues.Add(place.Issue("firm.missing", Severity.Refuse, ("value", row.FirmCode!)));
            return null;
        }
        if (_identity.IsAmbiguous(row.FirmCode, name))
        {
            var codes = string.Join(',', _identity.CodesOf(name));
            issues.Add(place.Issue("firm.ambiguous", Severity.Refuse, ("value", name), ("codes", codes)));
            return null;
        }
        var occupancies = new List<Occupancy>(row.Occupancies.Count);
        foreach (var said in row.Occupancies)
        {
            if (plot is { } own)
                occupancies.Add(said with { Plot = own.Number, County = own.County });
            else if (plots.TryPlace(said.Plot, row.County, out var county))
                occupancies.Add(said with { County = county });
            else
            {
                var ambiguous = new RawPlace(row.File, row.Line, said.Plot);
                issues.Add(ambiguous.Issue("plot.ambiguous", Severity.Refuse, ("value", said.Plot)));
                return null;
            }
        }
        TellOtherName(row, name, place);
        var code = _identity.CodeOf(row.FirmCode, name);
        return new(
            row,
            source,
            KeyOf(row.FirmCode, name, place),
            code,
            code is not null ? _names[code] : new(name, []),
            occupancies
        );
    }

    /// <summary>One code under two names is one firm: as often a new name as a code that was copied to the row below.</summary>
    private void TellOtherName(ParsedRow row, string name, RawPlace place)
    {
        if (row.FirmCode is null)
            return;
        var code = FirmIdentity.Code(row.FirmCode);
        var (known, names) = (_known.GetValueOrDefault(code), _names[code]);
        var isRenamed = known is not null && names.IsName(name) && !known.Has(name);
        if (
            (isRenamed || (!names.IsName(name) && known?.Has(name) is not true))
            && _renamed.Add((row.File, code, CellText.Plain(name)))
        )
            issues.Add(
                place.Issue(
                    isRenamed ? "firm.renamed" : "firm.other-name",
                    Severity.Warn,
                    ("value", name),
                    ("known", isRenamed ? known!.Name : names.Name),
                    ("code", code)
                )
            );
    }

    private string? NameOf(ParsedRow row) =>
        row.FirmCode is { } code ? _names.GetValueOrDefault(FirmIdentity.Code(code))?.Name : null;

    private string KeyOf(string? code, string name, RawPlace place)
    {
        var identity = _identity.Of(code, name);
        if (_keys.TryGetValue(identity, out var key))
            return key;
        var stored = _stored.GetValueOrDefault(identity, []);
        var found = _identity.CodeOf(code, name);
        key = found ?? stored.FirstOrDefault(name);
        if (stored.Exists(one => one != key))
            Join(key, found, stored, place);
        _keys.Add(identity, key);
        return key;
    }

    /// <summary>Makes one firm of what the store keeps under several keys, or under one that is not that of its code.</summary>
    private void Join(string key, string? code, List<string> stored, RawPlace place)
    {
        // The record with the code first: what is the firm's own is laid over what was told of its name.
        var records = stored.OrderBy(one => one != key).Select(import.FindFirm).OfType<Firm>().ToList();
        var joined = new FirmJoin(records[0] with { CreditCode = code });
        foreach (var other in records.Skip(1))
            joined.Add(other);
        Before.Add(key, records[0]);
        issues.Add(place.Issue("firm.joined", Severity.Note, ("value", joined.Firm.Name), ("code", code ?? "")));
        foreach (var year in joined.Differing)
        {
            issues.Add(
                place.Issue(
                    "firm.joined-differs",
                    Severity.Warn,
                    ("value", joined.Firm.Name),
                    ("year", CellText.Count(year))
                )
            );
        }
        foreach (var other in stored.Where(one => one != key))
            pen.Join(other, joined.Firm, place);
    }
}

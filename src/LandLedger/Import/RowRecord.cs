using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Checks;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>Puts the facts of a row together: plot facts, supplement, delay, charge, yearly figures, firm.</summary>
internal sealed class RowRecord
{
    private readonly RawFile _file;
    private readonly RowCells _cells;
    private readonly Layout _layout;
    private readonly ColumnMap _columns;
    private readonly bool _supplements;
    private readonly bool _delays;
    private readonly bool _charges;
    private readonly RowYears _years;
    private readonly bool _firms;

    public RowRecord(RawFile file, ColumnMap columns, RowCells cells)
    {
        _file = file;
        _cells = cells;
        _columns = columns;
        _layout = columns.Layout;
        _supplements = Has(RowFields.Supplements);
        _delays = Has(RowFields.Delays);
        _charges = Has(RowFields.Charges);
        _years = new(columns, cells);
        _firms = Has([RowFields.Firm, RowFields.FirmCode]);
    }

    public ParsedRow Of(string? county)
    {
        var ofFirm = _layout.Row == RowKind.FirmYear;
        RowChecks.Check(_cells, _columns);
        var shape = Shape();
        var plot = _cells[PlotFields.Plot].Text;
        var lacksNumber = !ofFirm && plot is null;
        if (ofFirm)
            NeedFirm();
        else if (plot is null)
            plot = SupervisionNumber();
        var year = _years.Own();
        var firm = _firms && (_cells[RowFields.Firm].IsKnown || _cells[RowFields.FirmCode].IsKnown);
        var withdrawnYears = _years.Withdrawn(year, ofFirm);
        IReadOnlyList<FirmYear> firmYears = firm
            ? _years.OfFirm(year, ofFirm ? _cells[PlotFields.AboveScale].Flag : null)
            : [];
        // A row that only takes figures back says nothing of where the firm sits.
        var occupancies = firm && (firmYears.Count > 0 || withdrawnYears.Count == 0) ? Occupancies(plot, year) : [];
        return new()
        {
            Kind = _layout.Row,
            File = _file.Name,
            Line = _cells.Row.Line,
            Plot = ofFirm ? null : plot,
            County = _cells[PlotFields.County].Text ?? county,
            Facts = ofFirm ? [] : _cells.PlotFactsKnown(),
            Withdrawn = RowWithdrawals.Of(_cells, _columns, _layout.Row),
            WithdrawnYears = withdrawnYears,
            Supplement = _supplements && Known(RowFields.Supplements) ? SupplementOf() : null,
            Delay = _delays && Known(RowFields.Delays) ? DelayOf() : null,
            Charge = _charges && Known(RowFields.Charges) ? ChargeOf() : null,
            SurveyArea = Mu(RowFields.SurveyMu),
            Years = firm || ofFirm ? [] : _years.OfPlot(year),
            FirmName = firm ? _cells[RowFields.Firm].Text : null,
            FirmCode = firm ? _cells[RowFields.FirmCode].Text : null,
            FirmSector = firm && ofFirm ? _cells[PlotFields.Sector].Text : null,
            FirmYears = firmYears,
            Occupancies = occupancies,
            LacksNumber = lacksNumber,
            Shape = shape,
            Unstated = _cells.Unstated,
            Issues = _cells.IssuesOf(plot),
            Refused = _cells.Refused,
            Columns = _columns,
            Table = _file,
            Cells = _cells.Row.Cells,
        };
    }

    /// <summary>What names the plot in place of the number that the row leaves out.</summary>
    private string? SupervisionNumber()
    {
        var number = _cells[PlotFields.SupervisionNumber].Text;
        if (number is null)
            _cells.Refuse("plot.missing", _columns.Find(PlotFields.Plot), null);
        else
            _cells.Note("plot.by-supervision", _columns.Find(PlotFields.SupervisionNumber)!, number);
        return number;
    }

    private void NeedFirm()
    {
        if (!_cells[RowFields.Firm].IsKnown && !_cells[RowFields.FirmCode].IsKnown)
            _cells.Refuse("firm.missing", _columns.Find(RowFields.Firm), null);
    }

    private RawShape? Shape()
    {
        if (_cells.Row.Shape is { } own)
        {
            if (own.Trouble is { } reason)
                _cells.Refuse(reason.Code, null, null, reason.Arguments);
            return own;
        }
        if (_cells[RowFields.Geometry].Text is not { } text)
            return null;
        var (shape, trouble) = _file.ShapeOf(text);
        if (trouble is not null)
            _cells.Refuse(trouble.Code, _columns.Find(RowFields.Geometry), text, trouble.Arguments);
        else if (shape is null)
            _cells.Warn("shape.none", _columns.Find(RowFields.Geometry), text);
        return shape;
    }

    private Occupancy[] Occupancies(string? plot, int? year)
    {
        if (plot is null)
            return [];
        string[] plots = _layout.Row == RowKind.FirmYear ? TextLists.Split(plot) : [plot];
        var (land, floor, share) = (Mu(RowFields.OccupiedMu), Mu(RowFields.OccupiedFloorMu), Number(RowFields.Share));
        if (plots.Length > 1 && (land is not null || floor is not null || share is not null))
        {
            // One figure for several plots says nothing about each of them.
            _cells.Warn("occupancy.undivided", _columns.Find(PlotFields.Plot), plot);
            (land, floor, share) = (null, null, null);
        }
        return
        [
            .. plots.Select(number => new Occupancy
            {
                Plot = number,
                Year = year,
                Land = land,
                Floor = floor,
                Share = share,
            }),
        ];
    }

    private Supplement SupplementOf() =>
        new()
        {
            SignedOn = _cells[RowFields.SupplementOn].Date,
            AgreedStart = _cells[RowFields.SupplementStart].Date,
            AgreedCompletion = _cells[RowFields.SupplementCompletion].Date,
            Reason = _cells[RowFields.SupplementReason].Text,
        };

    private Delay DelayOf() =>
        new()
        {
            Kind = CodeText.Parse<DelayKind>(_cells[RowFields.DelayKind].Text),
            From = _cells[RowFields.DelayFrom].Date,
            To = _cells[RowFields.DelayTo].Date,
            Established = _cells[RowFields.DelayEstablished].Flag,
            Evidence = _cells[RowFields.DelayEvidence].Text,
        };

    private Charge ChargeOf() =>
        new()
        {
            Certificate = _cells[RowFields.ChargeCertificate].Text,
            Mortgagee = _cells[RowFields.ChargeMortgagee].Text,
            RegisteredOn = _cells[RowFields.ChargeRegisteredOn].Date,
            ReleasedOn = _cells[RowFields.ChargeReleasedOn].Date,
            Area = Mu(RowFields.ChargeMu),
            Secured = Number(RowFields.ChargeSecured) is { } yuan ? Money.FromYuan(yuan) : null,
        };

    private bool Has(Field[] fields) => Array.Exists(fields, field => _columns.Find(field) is not null);

    private bool Known(Field[] fields) => Array.Exists(fields, field => _cells[field].IsKnown);

    private decimal? Number(Field field) => _cells[field].Number;

    private Area? Mu(Field field) => Number(field) is { } mu ? Area.FromMu(mu) : null;
}

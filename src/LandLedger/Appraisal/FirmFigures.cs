namespace LandLedger.Appraisal;

/// <summary>A firm as an appraisal of one calendar year sees it (企业年度评价数据). Null is unknown, never none.</summary>
public sealed record FirmFigures
{
    /// <summary>Unified social credit code, or the name where a firm has none: no two firms of an appraisal share one.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>By GB/T 4754, with or without the letter of its section.</summary>
    public string? Sector { get; init; }

    /// <summary>The sector group of the package that the firm was put into, where the package does not say which sectors it has.</summary>
    public string? SectorGroup { get; init; }

    /// <summary>规上.</summary>
    public bool? AboveScale { get; init; }

    /// <summary>Has no industrial land of its own (无用地租赁企业).</summary>
    public bool? IsTenant { get; init; }

    /// <summary>The land that counts, as published for objection; where unknown, the sum of <see cref="MakeUp"/>.</summary>
    public Area? Land { get; init; }

    public LandMakeUp? MakeUp { get; init; }

    /// <summary>Evaluation tax; may be negative.</summary>
    public Money? Tax { get; init; }

    public Money? Revenue { get; init; }

    /// <summary>May be negative.</summary>
    public Money? AddedValue { get; init; }

    /// <summary>Tonnes of coal equivalent (等价值).</summary>
    public decimal? Energy { get; init; }

    /// <summary>Tonnes of the main pollutants.</summary>
    public decimal? Emission { get; init; }

    /// <summary>Average of the year.</summary>
    public decimal? Staff { get; init; }

    public Money? Research { get; init; }

    public decimal? KilowattHours { get; init; }

    /// <summary>Cubic metres.</summary>
    public decimal? Water { get; init; }

    /// <summary>Cubic metres.</summary>
    public decimal? Gas { get; init; }

    /// <summary>Cubic metres.</summary>
    public decimal? Sewage { get; init; }

    /// <summary>Urban land-use tax before any relief.</summary>
    public Money? LandUseTax { get; init; }

    public bool? UnderConstruction { get; init; }

    public DateOnly? InProductionOn { get; init; }

    /// <summary>Day by which the contract wants building to be complete.</summary>
    public DateOnly? AgreedCompletion { get; init; }

    /// <summary>Firms below scale that it has sublet to.</summary>
    public int? Sublets { get; init; }

    /// <summary>Points granted beside the indicators; null where none were.</summary>
    public decimal? Bonus { get; init; }

    /// <summary>The sum of the indicators as a notice prints it; used only where the package does not say its indicators.</summary>
    public decimal? StatedSum { get; init; }

    public IReadOnlyList<FirmEvent> Events { get; init; } = [];

    /// <summary>Grades of earlier years; a year that is not among them is unknown.</summary>
    public IReadOnlyList<YearGrade> Earlier { get; init; } = [];

    /// <summary>Surcharges that the firm pays for another reason.</summary>
    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    /// <summary>Whether the land is a sum by the usual reading, which nobody verified.</summary>
    public bool IsLandMadeUp => Land is null && MakeUp?.Sum is not null;

    /// <summary>A figure in the unit of <see cref="FirmFigure"/>.</summary>
    public decimal? Of(FirmFigure figure) =>
        figure switch
        {
            FirmFigure.Land => (Land ?? MakeUp?.Sum)?.Mu,
            FirmFigure.Tax => Wan(Tax),
            FirmFigure.Revenue => Wan(Revenue),
            FirmFigure.AddedValue => Wan(AddedValue),
            FirmFigure.Energy => Energy,
            FirmFigure.Emission => Emission,
            FirmFigure.Staff => Staff,
            FirmFigure.Research => Wan(Research),
            _ => KilowattHours,
        };

    /// <summary>As exact as <see cref="Money.WanYuan"/>, and without dividing.</summary>
    private static decimal? Wan(Money? amount) => amount?.Yuan * 0.0001m;

    /// <summary>What a firm of a store and its year give. The land is that of its seats in the year, known where each is.</summary>
    public static FirmFigures Of(Firm firm, int year)
    {
        var figures = firm.Years.FirstOrDefault(one => one.Year == year);
        return new()
        {
            Code = firm.Key,
            Name = firm.Name,
            Sector = firm.Sector,
            AboveScale = figures?.AboveScale,
            Land = LandOf(firm, year),
            Tax = figures?.Tax,
            Revenue = figures?.Revenue,
            AddedValue = figures?.AddedValue,
            Staff = figures?.Staff,
            KilowattHours = figures?.KilowattHours,
        };
    }

    private static Area? LandOf(Firm firm, int year)
    {
        Area? sum = null;
        foreach (var seat in firm.Occupancies)
        {
            if (seat.Year is { } of && of != year)
                continue;
            if (seat.Land is not { } land)
                return null;
            sum = (sum ?? Area.Zero) + land;
        }
        return sum;
    }
}

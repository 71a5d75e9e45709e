namespace LandLedger.Appraisal.Scoring;

/// <summary>What a grade costs by the tables of prices.</summary>
internal sealed class Pricing(int year, IReadOnlyList<PriceTable> tables)
{
    /// <summary>More of a carrier than a firm can use in a year, in its unit.</summary>
    private const decimal MostUsed = 1_000_000_000_000m;

    public IReadOnlyList<PriceEffect> Of(FirmFigures firm, Grade grade)
    {
        List<PriceEffect>? effects = null;
        foreach (var table in tables)
        {
            if (table.From is { } from && from.Year > year + 1)
                continue;
            foreach (var carrier in Carriers)
            {
                if (Effect(table, carrier, firm, grade) is { } effect)
                    (effects ??= []).Add(effect);
            }
        }
        return effects ?? (IReadOnlyList<PriceEffect>)[];
    }

    public static IReadOnlyList<PriceTotal> Totals(FirmScore[] scores)
    {
        var totals = new Dictionary<(string, Carrier), PriceTotal>();
        foreach (var score in scores)
        {
            foreach (var effect in score.Prices)
            {
                var key = (effect.Table.Id, effect.Line.Carrier);
                var sum = totals.GetValueOrDefault(key, new(effect.Table, effect.Line.Carrier, Money.Zero, 0, 0));
                totals[key] = sum with
                {
                    Known = sum.Known + (effect.Yuan ?? Money.Zero),
                    Firms = sum.Firms + 1,
                    Unknown = sum.Unknown + (effect.Yuan is null ? 1 : 0),
                };
            }
        }
        return
        [
            .. totals.Values.OrderBy(total => total.Table.Id, StringComparer.Ordinal).ThenBy(total => total.Carrier),
        ];
    }

    private static readonly Carrier[] Carriers = Enum.GetValues<Carrier>();

    private PriceEffect? Effect(PriceTable table, Carrier carrier, FirmFigures firm, Grade grade)
    {
        var (running, isOpen) = YearsRunning(firm, grade);
        PriceRate? line = null;
        var hangsOnHistory = false;
        foreach (var rate in table.Rates)
        {
            if (rate.Carrier != carrier || rate.Grade != grade)
                continue;
            if (rate.YearsRunning <= running)
                line = line is null || rate.YearsRunning > line.YearsRunning ? rate : line;
            else
                hangsOnHistory |= isOpen;
        }
        if (line is null)
            return null;
        if (hangsOnHistory)
            return Unknown(PriceOutcome.HistoryUnknown);
        if (line.Yuan is not { } yuan)
            return Unknown(PriceOutcome.RateUnsaid);
        var paid = Paid(firm, carrier);
        if (paid is not null && table.HighestOnly is null)
            return Unknown(PriceOutcome.OtherSurcharge);
        var added = table.HighestOnly == true ? Math.Max(0, yuan - (paid ?? 0)) : yuan;
        var used = Used(firm, carrier);
        var outcome =
            used is null ? PriceOutcome.ConsumptionUnknown
            : used is < 0 or > MostUsed ? PriceOutcome.ConsumptionAbsurd
            : PriceOutcome.Known;
        return new(
            table,
            line,
            outcome,
            running,
            added,
            outcome == PriceOutcome.Known ? Money.FromYuan(added * used!.Value) : null
        );

        PriceEffect Unknown(PriceOutcome why) => new(table, line, why, running, null, null);
    }

    /// <summary>Years in a row with the grade, this one included; open where the year before them is not known.</summary>
    private (int Years, bool IsOpen) YearsRunning(FirmFigures firm, Grade grade)
    {
        for (var running = 1; ; running++)
        {
            YearGrade? before = null;
            foreach (var earlier in firm.Earlier)
            {
                if (earlier.Year == year - running)
                    before = earlier;
            }
            if (before is not { } known)
                return (running, true);
            if (known.Grade != grade)
                return (running, false);
        }
    }

    /// <summary>The highest that the firm pays for another reason.</summary>
    private static decimal? Paid(FirmFigures firm, Carrier carrier)
    {
        decimal? paid = null;
        foreach (var other in firm.Surcharges)
        {
            if (other.Carrier == carrier)
                paid = Math.Max(paid ?? other.Yuan, other.Yuan);
        }
        return paid;
    }

    private static decimal? Used(FirmFigures firm, Carrier carrier) =>
        carrier switch
        {
            Carrier.Power => firm.KilowattHours,
            Carrier.Water => firm.Water,
            Carrier.Gas => firm.Gas,
            Carrier.Sewage => firm.Sewage,
            _ => firm.LandUseTax?.Yuan,
        };
}

namespace LandLedger.Appraisal;

/// <summary>What is appraised (评价指标): one figure over another.</summary>
public enum IndicatorKind : byte
{
    /// <summary>亩均税收, 万元/亩.</summary>
    TaxPerMu,

    /// <summary>亩均主营业务收入, 万元/亩.</summary>
    RevenuePerMu,

    /// <summary>亩均增加值, 万元/亩.</summary>
    AddedValuePerMu,

    /// <summary>单位能耗增加值, 万元/吨标煤.</summary>
    AddedValuePerEnergy,

    /// <summary>单位能耗税收, 万元/吨标煤.</summary>
    TaxPerEnergy,

    /// <summary>单位排放增加值, 万元/吨.</summary>
    AddedValuePerEmission,

    /// <summary>全员劳动生产率, 万元/人.</summary>
    AddedValuePerPerson,

    /// <summary>R&amp;D经费支出占主营业务收入之比.</summary>
    ResearchShare,

    /// <summary>单位用电税收, 元/kWh.</summary>
    TaxPerKilowattHour,

    /// <summary>单位用电主营业务收入, 元/kWh.</summary>
    RevenuePerKilowattHour,

    /// <summary>单位增加值能耗, 吨标煤/万元: the less the better.</summary>
    EnergyPerAddedValue,

    /// <summary>单位增加值排放, 吨/万元: the less the better.</summary>
    EmissionPerAddedValue,
}

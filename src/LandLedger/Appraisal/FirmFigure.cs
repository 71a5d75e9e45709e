namespace LandLedger.Appraisal;

/// <summary>What indicators are made of, each in the unit of the notices.</summary>
public enum FirmFigure : byte
{
    /// <summary>用地面积, mu.</summary>
    Land,

    /// <summary>评价税收, 万元.</summary>
    Tax,

    /// <summary>主营业务收入, 万元.</summary>
    Revenue,

    /// <summary>工业增加值, 万元.</summary>
    AddedValue,

    /// <summary>综合能耗, tonnes of coal equivalent.</summary>
    Energy,

    /// <summary>主要污染物排放量, tonnes.</summary>
    Emission,

    /// <summary>年平均职工人数, persons.</summary>
    Staff,

    /// <summary>R&amp;D经费支出, 万元.</summary>
    Research,

    /// <summary>用电量, kWh.</summary>
    KilowattHours,
}

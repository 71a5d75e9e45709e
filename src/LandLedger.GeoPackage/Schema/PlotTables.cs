using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>What an older program's file has beside its plots; once there, it stays.</summary>
internal sealed class PlotTables(Connection connection)
{
    private bool _hasCases;
    private bool _hasCharges;
    private bool _hasEnteredOn;

    /// <summary>Whether delays have the case that established them.</summary>
    public bool HasCases => _hasCases || (_hasCases = CaseTables.AreIn(connection));

    /// <summary>Whether it is kept since when a plot is in the register.</summary>
    public bool HasEnteredOn => _hasEnteredOn || (_hasEnteredOn = PlotTable.HasEnteredOn(connection));

    public bool HasCharges => _hasCharges || (_hasCharges = ChargeTable.IsIn(connection));
}

using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>What an older program's file has beside its plots; once there, it stays.</summary>
internal sealed class PlotTables(Connection connection)
{
    private bool _hasCases;
    private bool _hasCharges;

    /// <summary>Whether delays have the case that established them.</summary>
    public bool HasCases => _hasCases || (_hasCases = CaseTables.AreIn(connection));

    public bool HasCharges => _hasCharges || (_hasCharges = ChargeTable.IsIn(connection));
}

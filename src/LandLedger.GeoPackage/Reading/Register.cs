using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The conditions by which a plot p is in the register. Since when it is there, only a question of a day asks.</summary>
/// <param name="day">The parameter that end days must lie behind: the day itself, where one is asked for.</param>
internal sealed class Register(int day)
{
    /// <summary>Where no day is asked for, and in the file of an older program.</summary>
    public string Ends { get; } = $"(p.ended_on IS NULL OR p.ended_on > ?{day})";

    public string Both { get; } =
        $"((p.ended_on IS NULL OR p.ended_on > ?{day}) AND (p.entered_on IS NULL OR p.entered_on <= ?{day}))";

    public string Of(Connection connection, PlotQuery query) => AsksEntry(connection, query) ? Both : Ends;

    /// <summary>Whether it is asked, and known there, when a plot entered.</summary>
    public static bool AsksEntry(Connection connection, PlotQuery query) =>
        query.On is not null && PlotTable.HasEnteredOn(connection);
}

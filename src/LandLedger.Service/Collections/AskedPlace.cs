using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>Where items are asked for, and in which system their positions are to come.</summary>
internal static class AskedPlace
{
    /// <summary>The header of answers whose positions are shifted.</summary>
    public const string ShiftedHeader = "LandLedger-Shifted";

    /// <summary>False for four numbers that are no box in the system that they are meant in.</summary>
    public static bool TryBox(Query query, out SearchBox? box)
    {
        box = null;
        if (query.Of(Parameters.Bbox) is not [var low1, var low2, var high1, var high2])
            return true;
        var crs = query.Of(Parameters.BboxCrs).Crs;
        box = crs.Axis is AxisOrder.LongitudeLatitude or AxisOrder.EastingNorthing
            ? SearchBox.Of(crs, low1, low2, high1, high2)
            : SearchBox.Of(crs, low2, low1, high2, high1);
        return box is not null;
    }

    /// <summary>False where positions are to be shifted in a system that they cannot be shifted in.</summary>
    public static bool IsShiftable(Query query) =>
        !query.Of(Parameters.Shifted) || query.Of(Parameters.AnswerCrs).Crs == CrsTable.LonLat;

    /// <summary>The system of the answer, which the answer names as it was asked for. What is shifted is in none, and says so.</summary>
    public static Crs CrsOf(Query query, HttpResponse response)
    {
        var asked = query.Of(Parameters.AnswerCrs);
        if (query.Of(Parameters.Shifted))
        {
            Mark(response);
            return asked.Crs;
        }
        response.Headers["Content-Crs"] = $"<{asked.Name}>";
        return asked.Crs;
    }

    public static void Mark(HttpResponse response) => response.Headers[ShiftedHeader] = ShiftedMark.Value;
}

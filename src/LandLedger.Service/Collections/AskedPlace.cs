using LandLedger.Geometry;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>Where items are asked for, and in which system their positions are to come.</summary>
internal static class AskedPlace
{
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

    /// <summary>The system of the answer, which the answer names as it was asked for.</summary>
    public static Crs CrsOf(Query query, HttpResponse response)
    {
        var asked = query.Of(Parameters.AnswerCrs);
        response.Headers["Content-Crs"] = $"<{asked.Name}>";
        return asked.Crs;
    }
}

using LandLedger.Service.Http;

namespace LandLedger.Service.Collections;

/// <summary>The day of the register: as asked, else the last of the days asked for, else today.</summary>
internal static class AskedDay
{
    public static DateOnly Of(Query query, ServiceOptions options) =>
        query.Of(Parameters.AsOf) ?? query.Of(Parameters.DateTime)?.To ?? options.Today;
}

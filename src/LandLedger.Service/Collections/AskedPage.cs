using LandLedger.Service.Http;

namespace LandLedger.Service.Collections;

/// <summary>How many items a page has at most.</summary>
internal static class AskedPage
{
    public static int LimitOf(Query query, ServiceOptions options) =>
        Math.Min(query.Of(Parameters.Limit) ?? Parameters.DefaultPage, options.MaxPage);
}

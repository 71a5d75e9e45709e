using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>The media types that the service speaks, and the choice among those that a route offers.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string MergePatch = "application/merge-patch+json";
    public const string Schema = "application/schema+json";
    public const string TileJson = "application/vnd.mapbox.tilejson+json";
    public const string Problem = "application/problem+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Html = "text/html";
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Bytes = "application/octet-stream";
    public const string Multipart = "multipart/form-data";

    /// <summary>
    /// The first offered type among those that the <c>Accept</c> header likes best; the first of all without header, null when
    /// none fits. A header that cannot be read counts as none.
    /// </summary>
    public static string? Choose(string? accept, IReadOnlyList<string> offered)
    {
        if (
            string.IsNullOrWhiteSpace(accept)
            || !MediaTypeHeaderValue.TryParseList(accept.Split(','), out var wanted)
            || wanted.Count == 0
        )
            return offered[0];
        return offered
            .Select(type => (Type: type, Quality: Quality(MediaTypeHeaderValue.Parse(type), wanted)))
            .Where(rated => rated.Quality > 0)
            .OrderByDescending(rated => rated.Quality)
            .Select(rated => rated.Type)
            .FirstOrDefault();
    }

    /// <summary>The quality of the most particular range that the type is in, 0 when it is in none.</summary>
    private static double Quality(MediaTypeHeaderValue type, IEnumerable<MediaTypeHeaderValue> wanted) =>
        wanted
            .Where(range => Matches(type, range))
            .OrderBy(range => (range.MatchesAllTypes ? 2 : 0) + (range.MatchesAllSubTypes ? 1 : 0))
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    private static bool Matches(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.MatchesAllTypes
        || (
            type.Type.Equals(range.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || type.SubType.Equals(range.SubType, StringComparison.OrdinalIgnoreCase))
        );
}

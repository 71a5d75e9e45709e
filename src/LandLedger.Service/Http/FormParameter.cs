using LandLedger.Formats.Tiles;

namespace LandLedger.Service.Http;

/// <summary>
/// The parameter <c>f</c>: the media type of the answer by a short name, among those that the route offers. It goes before the
/// <c>Accept</c> header.
/// </summary>
internal static class FormParameter
{
    public const string Name = "f";

    private static readonly (string Code, string MediaType)[] Codes =
    [
        ("json", MediaTypes.Json),
        ("geojson", MediaTypes.GeoJson),
        ("schema", MediaTypes.Schema),
        ("tilejson", MediaTypes.TileJson),
        ("openapi", MediaTypes.OpenApi),
        ("html", MediaTypes.Html),
        ("csv", MediaTypes.Csv),
        ("xlsx", MediaTypes.Xlsx),
        ("docx", MediaTypes.Docx),
        ("mvt", PlotTile.MediaType),
    ];

    public static Parameter<string?> Of(IReadOnlyList<string> offers) =>
        new(
            Name,
            (string text, out string? mediaType) =>
            {
                mediaType = Codes.FirstOrDefault(pair => pair.Code == text).MediaType;
                return mediaType is not null && offers.Contains(mediaType);
            },
            null,
            _ => Reading.OneOf(offers.Select(CodeOf), CodeOf(offers[0]))
        );

    public static string CodeOf(string mediaType) => Codes.First(pair => pair.MediaType == mediaType).Code;
}

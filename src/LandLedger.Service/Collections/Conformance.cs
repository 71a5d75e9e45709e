using LandLedger.Filters;

namespace LandLedger.Service.Collections;

/// <summary>
/// The conformance classes that the service keeps; each has tests that are named after its requirements. Not named: property selection of
/// features (Part 6), which layers and zones do not have, and sorting (Part 8), whose sortables each collection must have and zones have not.
/// </summary>
internal static class Conformance
{
    private const string Features = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private const string Filters = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private const string Writing = "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/";
    private const string Schemas = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/";
    private const string Tiles = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

    public static IReadOnlyList<string> Classes { get; } =
    [
        Features + "core",
        Features + "oas30",
        Features + "html",
        Features + "geojson",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
        Filters + "queryables",
        Filters + "filter",
        Filters + "features-filter",
        .. FilterClasses.All.Where(known => known.IsDeclared).Select(known => known.Uri),
        Writing + "create-replace-delete",
        Writing + "update",
        Writing + "optimistic-locking-etags",
        Writing + "features",
        Schemas + "schemas",
        Schemas + "core-roles-features",
        Schemas + "returnables-and-receivables",
        Schemas + "queryables",
        Schemas + "sortables",
        "http://www.opengis.net/spec/ogcapi-features-6/1.0/conf/properties",
        Tiles + "core",
        Tiles + "tileset",
        Tiles + "tilesets-list",
        Tiles + "geodata-tilesets",
        Tiles + "mvt",
        "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
    ];
}

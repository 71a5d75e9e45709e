using LandLedger.Formats.GeoJson;
using LandLedger.Formats.GeoPackages;
using LandLedger.Formats.Shapefiles;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Twins;

/// <summary>Three plots (one with a hole, one in two parts, one without shape) that GDAL writes in every vector format.</summary>
public sealed class TwinFiles : IDisposable
{
    private const string Script = """
        import sys, os, json
        from osgeo import ogr, osr, gdal
        gdal.PushErrorHandler('CPLQuietErrorHandler')
        folder = sys.argv[1]
        srs = osr.SpatialReference(); srs.ImportFromEPSG(4528); srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        plots = [
         ("浦-01", "某某机械有限公司", 12.5, 3, "2019-06-27", "POLYGON((40500000 3300000,40500200 3300000,40500200 3300100,40500000 3300100,40500000 3300000),(40500050 3300020,40500050 3300040,40500090 3300040,40500090 3300020,40500050 3300020))"),
         ("浦-02", "镕鑫电子（集团）", 0.125, None, None, "MULTIPOLYGON(((40501000.5 3300000.25,40501100 3300000,40501100 3300100,40501000.5 3300000.25)),((40502000 3300000,40502100 3300000,40502100 3300100,40502000 3300000)))"),
         ("浦-03", None, 7, 0, "2020-02-29", None),
        ]
        def write(driver, name, kind, options):
            source = ogr.GetDriverByName(driver).CreateDataSource(os.path.join(folder, name))
            layer = source.CreateLayer(name.split(".")[0], srs, kind, options)
            for n, t, w in (("地块编号", ogr.OFTString, 20), ("统一社会信用代码", ogr.OFTString, 40), ("面积", ogr.OFTReal, 0), ("宗数", ogr.OFTInteger, 0), ("签订日期", ogr.OFTDate, 0)):
                field = ogr.FieldDefn(n, t); field.SetWidth(w); layer.CreateField(field)
            for plot in plots:
                feature = ogr.Feature(layer.GetLayerDefn())
                for i in range(5):
                    if plot[i] is None: feature.SetFieldNull(i)
                    else: feature.SetField(i, plot[i])
                if plot[5]:
                    shape = ogr.CreateGeometryFromWkt(plot[5])
                    feature.SetGeometry(ogr.ForceToMultiPolygon(shape) if driver == "GPKG" else shape)
                layer.CreateFeature(feature)
            source = None
        write("ESRI Shapefile", "gbk.shp", ogr.wkbPolygon, ["ENCODING=GBK"])
        write("ESRI Shapefile", "utf8.shp", ogr.wkbPolygon, ["ENCODING=UTF-8"])
        write("ESRI Shapefile", "silent.shp", ogr.wkbPolygon25D, ["ENCODING=GBK"])
        os.remove(os.path.join(folder, "silent.cpg"))
        write("GPKG", "plots.gpkg", ogr.wkbMultiPolygon, [])
        write("GeoJSON", "plots.geojson", ogr.wkbUnknown, ["COORDINATE_PRECISION=15"])
        print(json.dumps(len(os.listdir(folder))))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("twins").FullName;

    public TwinFiles() => Outside.Python(Script, _folder);

    public string this[string name] => Path.Combine(_folder, name);

    public RawFile Open(string name) =>
        Path.GetExtension(name) switch
        {
            ".shp" => ShapefileFile.Open(this[name]),
            ".gpkg" => Assert.Single(GeoPackageFile.Open(this[name])),
            _ => GeoJsonFile.Open(this[name]),
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using LandLedger.Formats.Shapes;

namespace LandLedger.Formats.Tests.Shapes;

/// <summary>The texts have the form in which GDAL 3.6 writes them (WKT1_ESRI, WKT1_GDAL).</summary>
public class CrsTextTests
{
    private const string EsriBase =
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private const string OgcBase =
        "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\",SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4490\"]]";
    private const string Xian =
        "GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\",SPHEROID[\"Xian_1980\",6378140.0,298.257]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private const string Wgs84 =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    [Theory]
    [InlineData("CGCS2000_3_Degree_GK_Zone_40", 40500000, 120, "EPSG:4528")]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", 500000, 120, "EPSG:4549")]
    [InlineData("CGCS2000_3_Degree_GK_CM_117E", 500000, 117, "EPSG:4548")]
    [InlineData("CGCS2000_GK_CM_117E", 500000, 117, "EPSG:4509")]
    [InlineData("CGCS2000_GK_Zone_20", 20500000, 117, "EPSG:4498")]
    [InlineData("CGCS2000_3_Degree_GK_Zone_39", 40500000, 120, "EPSG:4528")]
    [InlineData("杭州市", 500000, 120, "EPSG:4549")]
    [InlineData("CGCS2000_3_Degree_GK_Zone_40", 40500000, 117, null)]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", 500000, 120.5, null)]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", 500100, 120, null)]
    public void A_zone_is_told_by_its_parameters(string name, double easting, double meridian, string? code)
    {
        Assert.Equal(code, CrsText.Declare(Esri(EsriBase, name, easting, meridian)).Code);
        Assert.Equal(code, CrsText.Declare(Ogc(name.Replace('_', ' '), easting, meridian)).Code);
    }

    [Theory]
    [InlineData(EsriBase, "EPSG:4490")]
    [InlineData(OgcBase, "EPSG:4490")]
    [InlineData(Wgs84, "EPSG:4326")]
    [InlineData(Xian, null)]
    public void A_geographic_system_is_told_by_datum_and_ellipsoid(string wkt, string? code)
    {
        var crs = CrsText.Declare("\uFEFF" + wkt + "\r\n");

        Assert.Equal(code, crs.Code);
        Assert.Equal(code is null ? wkt : null, crs.Wkt);
    }

    [Fact]
    public void An_old_datum_under_a_new_name_gets_no_code()
    {
        var wkt = Esri(Xian, "CGCS2000_3_Degree_GK_Zone_40", 40500000, 120);

        Assert.Equal((null, wkt), (CrsText.Declare(wkt).Code, CrsText.Declare(wkt).Wkt));
    }

    [Theory]
    [InlineData("PROJCS")]
    [InlineData("PROJCS[\"a\",GEOGCS[\"b\"")]
    [InlineData("[[[[[[[[")]
    [InlineData("你好")]
    public void Garbage_is_kept_as_text_without_a_code(string wkt)
    {
        Assert.Equal((null, wkt), (CrsText.Declare(wkt).Code, CrsText.Declare(wkt).Wkt));
    }

    private static string Esri(string geographic, string name, double easting, double meridian) =>
        FormattableString.Invariant(
            $"PROJCS[\"{name}\",{geographic},PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{easting}],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{meridian}],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"
        );

    private static string Ogc(string name, double easting, double meridian) =>
        FormattableString.Invariant(
            $"PROJCS[\"{name}\",{OgcBase},PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",{meridian}],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",{easting}],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST],AUTHORITY[\"EPSG\",\"4528\"]]"
        );
}

using LandLedger.Geometry;
using NetTopologySuite.IO;

namespace LandLedger.Tests.Geometry;

/// <summary>An outline is the same wherever a ring begins, whichever way it goes round and whichever comes first.</summary>
public class SameOutlineTests
{
    private const string Square = "(120 30,120 30.2,120.2 30.2,120.2 30,120 30)";
    private const string Hole = "(120.02 30.02,120.04 30.02,120.04 30.04,120.02 30.02)";
    private const string Other = "(120.1 30.1,120.12 30.1,120.12 30.12,120.1 30.1)";
    private const string Beside = "(121 30,121.2 30,121.2 30.2,121 30)";

    [Theory]
    [InlineData($"POLYGON({Square})", "POLYGON((120 30,120.2 30,120.2 30.2,120 30.2,120 30))")]
    [InlineData($"POLYGON({Square})", "POLYGON((120.2 30.2,120.2 30,120 30,120 30.2,120.2 30.2))")]
    [InlineData(
        $"POLYGON({Square},{Hole})",
        $"POLYGON({Square},(120.04 30.04,120.04 30.02,120.02 30.02,120.04 30.04))"
    )]
    [InlineData($"POLYGON({Square},{Hole},{Other})", $"POLYGON({Square},{Other},{Hole})")]
    [InlineData($"MULTIPOLYGON(({Square}),({Beside}))", $"MULTIPOLYGON(({Beside}),({Square}))")]
    [InlineData($"POLYGON({Square})", $"MULTIPOLYGON(({Square}))")]
    public void These_are(string one, string other) => Assert.True(CommonGround.IsSame(Wkb(one), Wkb(other)));

    [Theory]
    [InlineData($"POLYGON({Square})", $"POLYGON({Square},{Hole})")]
    [InlineData($"POLYGON({Square})", "POLYGON((120 30,120 30.1,120 30.2,120.2 30.2,120.2 30,120 30))")]
    [InlineData($"POLYGON({Square})", "POLYGON((120 30,120 30.2,120.2 30.2,120.2 30.0000001,120 30))")]
    public void These_are_not(string one, string other) => Assert.False(CommonGround.IsSame(Wkb(one), Wkb(other)));

    private static byte[] Wkb(string wkt) => new WKBWriter().Write(new WKTReader().Read(wkt));
}

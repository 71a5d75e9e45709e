namespace LandLedger.Tests.Filters;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("""true""", "TRUE")]
    [InlineData("""{"op":"=","args":[{"property":"city"},"Toronto"]}""", "city = 'Toronto'")]
    [InlineData("""{"op":">","args":[{"op":"-","args":[{"property":"balance"},150.0]},0]}""", "balance - 150 > 0")]
    [InlineData("""{"op":"not","args":[{"op":"isNull","args":[{"property":"geometry"}]}]}""", "geometry IS NOT NULL")]
    [InlineData("""{"op":"between","args":[{"property":"depth"},100.0,150.5]}""", "depth BETWEEN 100 AND 150.5")]
    [InlineData("""{"op":"in","args":[{"property":"c"},["a",{"property":"d"}]]}""", "c IN ('a', d)")]
    [InlineData(
        """{"op":"like","args":[{"op":"casei","args":[{"property":"n"}]},{"op":"casei","args":["k%"]}]}""",
        "CASEI(n) LIKE CASEI('k%')"
    )]
    [InlineData(
        """{"op":"and","args":[{"op":"=","args":[{"property":"a"},true]},false,true]}""",
        "a = TRUE AND FALSE AND TRUE"
    )]
    [InlineData("""{"op":">=","args":[{"property":"u"},{"date":"1970-01-01"}]}""", "u >= DATE('1970-01-01')")]
    [InlineData(
        """{"op":"<","args":[{"property":"u"},{"timestamp":"1969-07-20T20:17:40Z"}]}""",
        "u < TIMESTAMP('1969-07-20T20:17:40Z')"
    )]
    [InlineData(
        """{"op":"t_finishedBy","args":[{"interval":[{"property":"a"},".."]},{"interval":["2020-01-01","2020-02-01"]}]}""",
        "T_FINISHEDBY(INTERVAL(a,'..'), INTERVAL('2020-01-01','2020-02-01'))"
    )]
    [InlineData("""{"op":"a_containedBy","args":[{"property":"t"},["a","b"]]}""", "A_CONTAINEDBY(t, ('a', 'b'))")]
    [InlineData(
        """{"op":"s_intersects","args":[{"property":"g"},{"bbox":[160.6,-55.95,-170,-25.89]}]}""",
        "S_INTERSECTS(g, BBOX(160.6,-55.95,-170,-25.89))"
    )]
    [InlineData(
        """{"op":"s_within","args":[{"property":"g"},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]}""",
        "S_WITHIN(g, POLYGON((0 0,1 0,1 1,0 0)))"
    )]
    [InlineData(
        """{"op":"s_within","args":[{"property":"g"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3],"bbox":[1,2,1,2]}]}]}""",
        "S_WITHIN(g, GEOMETRYCOLLECTION(POINT(1 2)))"
    )]
    [InlineData("""{"op":"div","args":[1,2]}""", null)]
    public void The_JSON_encoding_reads_into_the_same_tree_as_text(string json, string? text)
    {
        if (text is null)
            Assert.Equal("syntax", FilterReading.ErrorOfJson(json).Code);
        else
            Assert.Equal(FilterReading.Text(text), FilterReading.Json(json));
    }

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"a"},null]}""", "syntax", "/args/1")]
    [InlineData("""{"op":"=","args":[{"property":"a"}]}""", "args-count", "/args")]
    [InlineData("""{"op":"and","args":[true]}""", "args-few", "/args")]
    [InlineData("""{"op":"and","args":[true,{"property":"a"}]}""", "syntax", "/args/1")]
    [InlineData("""{"op":"avg","args":[{"property":"a"}]}""", "function", "/args")]
    [InlineData("""{"op":"="}""", "syntax", "")]
    [InlineData("""{"op":5,"args":[]}""", "syntax", "/op")]
    [InlineData("""{"op":"in","args":[{"property":"a"},[]]}""", "syntax", "/args/1")]
    [InlineData("""{"op":"in","args":[{"property":"a"},5]}""", "syntax", "/args/1")]
    [InlineData("""{"op":"like","args":[{"property":"a"},{"property":"b"}]}""", "syntax", "/args/1")]
    [InlineData("""{"op":"<","args":[{"property":"a"},{"date":"1970-13-01"}]}""", "day", "/args/1/date")]
    [InlineData("""{"op":"<","args":[{"property":"a"},1e999]}""", "number", "/args/1")]
    [InlineData(
        """{"op":"s_within","args":[{"property":"g"},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}]}""",
        "ring-open",
        "/args/1/coordinates/0"
    )]
    [InlineData(
        """{"op":"s_within","args":[{"property":"g"},{"type":"Point","coordinates":["x",0]}]}""",
        "syntax",
        "/args/1/coordinates/0"
    )]
    [InlineData(
        """{"op":"s_within","args":[{"property":"g"},{"type":"Circle","coordinates":[0,0]}]}""",
        "syntax",
        "/args/1"
    )]
    [InlineData("""{"op":"s_within","args":[{"property":"g"},{"bbox":[0,0,1]}]}""", "box-numbers", "/args/1/bbox")]
    [InlineData(
        """{"op":"t_after","args":[{"property":"g"},{"interval":["2020-01-01"]}]}""",
        "syntax",
        "/args/1/interval"
    )]
    [InlineData("""[1]""", "syntax", "")]
    [InlineData("""{"x":1}""", "syntax", "")]
    public void The_first_error_names_the_member(string json, string code, string pointer)
    {
        var error = FilterReading.ErrorOfJson(json);
        Assert.Equal(code, error.Code);
        Assert.Equal(pointer, error.Pointer);
        Assert.DoesNotContain("{}", error.In(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"op":"=" """, "json")]
    [InlineData("""not json""", "json")]
    [InlineData("", "json")]
    [InlineData("""{"op":"=","op":"<","args":[1,2]}""", "json-twice")]
    [InlineData("""{"op":"=","args":[{"property":"\ud800"},1]}""", "json-surrogate")]
    [InlineData("""{"op":"=","args":[{"property":"\u0000"},1]}""", "character")]
    public void What_is_no_JSON_of_a_filter_is_told(string json, string code) =>
        Assert.Equal(code, FilterReading.ErrorOfJson(json).Code);
}

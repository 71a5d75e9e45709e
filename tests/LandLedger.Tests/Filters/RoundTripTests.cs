using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

public sealed class RoundTripTests
{
    public static readonly QueryableProperty[] Properties =
    [
        new("name", FilterType.Text),
        new("地块 编号", FilterType.Text),
        new("mu", FilterType.Number),
        new("piles", FilterType.Integer),
        new("begun", FilterType.Boolean),
        new("date", FilterType.Date),
        new("seen", FilterType.Timestamp),
        new("codes", FilterType.List),
        new("geom", FilterType.Geometry),
    ];

    [Fact]
    public void Text_and_JSON_bring_every_tree_back()
    {
        var filters = new RandomFilter(new Random(21_065), Properties);
        for (var i = 0; i < 3_000; i++)
        {
            var filter = filters.Next();
            var text = filter.ToString();
            Assert.Equal(text, FilterReading.Text(text).ToString());
            Assert.Equal(filter, FilterReading.Text(text));
            Assert.Equal(filter, FilterReading.Json(FilterReading.ToJson(filter)));
        }
    }
}

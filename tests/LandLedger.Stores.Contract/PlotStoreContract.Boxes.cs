using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Pages in a box, whether it holds few plots or nearly all, near to where a page begins or far behind.</summary>
public abstract partial class PlotStoreContract
{
    private const int Boxed = 3000;

    [Fact]
    public void Pages_in_a_box_are_all_that_meet_it_in_order_of_their_key()
    {
        var plots = Enumerable.Range(0, Boxed).Select(InGrid).ToArray();
        Put([.. plots, SamplePlots.Bare("9999") with { Zone = "东" }]);
        Box[] boxes =
        [
            new(119, 28, 120, 29),
            new(-180, -90, 180, 90),
            new(119, 28.35, 120, 29),
            new(119, 28, 119.3, 29),
            new(119, 28, 120, 28.05),
            new(119.3, 28.4005, 119.3505, 28.45),
            new(119.305, 28.405, 119.306, 28.406),
            new(1, 1, 2, 2),
        ];
        foreach (var box in boxes)
        {
            foreach (var zone in (string?[])[null, "东"])
            {
                var filter = zone is null ? null : Filter($"zone = '{zone}'");
                var expected = plots
                    .Where(plot =>
                        plot.EndedOn is null && (zone is null || plot.Zone == zone) && Meets(plot.Shape!, box)
                    )
                    .Select(KeyOf)
                    .Order()
                    .ToList();
                var query = new PlotQuery { Box = box, Filter = filter };
                Assert.Equal(expected, Store.Plots(query).Select(KeyOf));
                foreach (var limit in (int[])[7, 500])
                {
                    var paged = new List<PlotKey>();
                    for (PlotKey? after = null; ; after = paged[^1])
                    {
                        using var page = Store.Page(query with { After = after, Limit = limit });
                        paged.AddRange(page.Marks.Select(mark => mark.Key));
                        if (page.Marks.Count < limit)
                            break;
                    }
                    Assert.Equal(expected, paged);
                }
            }
        }

        static bool Meets(PlotShape shape, Box box) =>
            shape.East >= box.West && shape.West <= box.East && shape.North >= box.South && shape.South <= box.North;
    }

    /// <summary>60 in a row; numbers go all over their county, and counties lie one north of the other.</summary>
    private static Plot InGrid(int i) =>
        SamplePlots.At(
            $"{i * 7919 % Boxed:0000}",
            119 + (i % 60 * 0.01),
            28 + (i / 60 * 0.01),
            i < Boxed / 2 ? "331100" : "331122"
        ) with
        {
            Zone = i % 5 == 0 ? "东" : "西",
            EndedOn = i % 11 == 0 ? new(2020, 1, 1) : null,
        };

    private static BoundFilter Filter(string text) =>
        BoundFilter.Of(FilterText.Read(text).Value!, PlotQueryables.All, CrsTable.LonLat).Value!;
}

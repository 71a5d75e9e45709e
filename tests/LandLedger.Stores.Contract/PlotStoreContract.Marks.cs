using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Plots that are found first and read afterwards.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void A_page_marks_what_its_query_finds_and_reads_what_is_asked_for_of_it()
    {
        Put([
            .. Enumerable
                .Range(0, 20)
                .Select(i => SamplePlots.Full($"M{i:00}") with { EndedOn = i % 5 == 4 ? new(2020, 1, 1) : null }),
        ]);
        var box = Assert.Single(Store.Find("M03")).Shape!;
        PlotQuery[] queries =
        [
            new() { Limit = 7 },
            new() { Limit = 100, After = new("331100", "M10") },
            new() { Limit = 100, Ended = true },
            new() { Limit = 5, Box = new(box.West, box.South, box.East, box.North) },
            new() { Limit = 5, Box = new(1, 1, 2, 2) },
            new() { Limit = 4, Filter = Filter("plot > 'M08'") },
            new()
            {
                Limit = 4,
                Filter = Filter("plot > 'M08'"),
                Box = new(box.West, box.South, box.East, box.North),
            },
        ];
        foreach (var query in queries)
        {
            var expected = Store.Plots(query with { Shapes = true }).ToList();
            foreach (var whole in (bool[])[false, true])
            {
                using var page = Store.Page(query, whole);
                Assert.Equal(expected.Select(KeyOf), page.Marks.Select(mark => mark.Key));
                foreach (var asks in (Func<int, bool>[])[i => i % 2 == 1, i => i != 2, _ => true])
                {
                    var asked = Enumerable.Range(0, expected.Count).Where(asks).ToList();
                    var read = page.Read([.. asked.Select(i => page.Marks[i])])!;
                    Assert.Equal(asked.Count, read.Count);
                    foreach (var (i, plot) in asked.Zip(read))
                        AssertSame(expected[i], plot);
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_page_reads_plots_as_they_were_found_or_tells_that_they_are_gone(bool whole)
    {
        Put(SamplePlots.Bare("A") with { Holder = "甲" }, SamplePlots.Bare("B") with { Holder = "甲" });
        using var reader = OpenAgain();
        var before = reader.State();
        using (var page = reader.Page(new() { Limit = 10 }, whole))
        {
            Assert.NotNull(before);
            Assert.Equal(before, page.State);
            Put(SamplePlots.Bare("B") with { Holder = "乙" });
            if (page.Read(page.Marks) is { } read)
                Assert.Equal(["甲", "甲"], read.Select(plot => plot.Holder));
        }

        Assert.NotEqual(before, reader.State());
        using var next = reader.Page(new() { Limit = 10 }, whole);
        Assert.Equal(reader.State(), next.State);
        Assert.Equal(["甲", "乙"], next.Read(next.Marks)!.Select(plot => plot.Holder));
    }

    [Fact]
    public void A_state_stands_while_nothing_is_written_and_is_another_after_each_import()
    {
        Put(SamplePlots.Bare("A"));
        using var reader = OpenAgain();
        var states = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            states.Add(reader.State());
            Assert.Equal(states[^1], reader.State());
            // Time and again the log begins anew: as long as it was, over what stood in it.
            Put(SamplePlots.Bare("A") with { Holder = $"{i}" });
        }
        Assert.Equal(20, states.Distinct().Count());
    }
}

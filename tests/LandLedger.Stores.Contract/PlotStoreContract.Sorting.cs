using System.Globalization;
using System.Text;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Plots in an order other than that of their key.</summary>
public abstract partial class PlotStoreContract
{
    private static readonly string[] Words =
    [
        "",
        "a",
        "A",
        "ab",
        "é",
        "Z",
        "甲",
        "乙",
        "\uFFFD",
        "𠮷",
        "it's",
        "\n",
        new string('x', 100) + "1",
        new string('x', 100) + "0",
    ];

    [Fact]
    public void Pages_of_any_order_put_together_are_the_whole_in_that_order()
    {
        var random = new Random(7);
        var plots = Enumerable.Range(0, 300).Select(i => Random(random, i)).ToArray();
        Put(plots);
        var values = Store.Plots(new() { Ended = true }).ToDictionary(KeyOf);
        for (var i = 0; i < 60; i++)
        {
            var sort = RandomSort(random);
            var query = new PlotQuery
            {
                Ended = i % 2 == 0,
                Filter = i % 3 == 0 ? Read("stated_mu > 3 OR zone IS NULL") : null,
                Box = i % 5 == 0 ? new(119.5, 28, 121.0005, 29) : null,
            };
            var expected = Store.Plots(query).ToArray();
            Array.Sort(expected, (a, b) => InOrder(sort, a, b));

            var whole = Store.Sorted(query, sort).Select(placed => KeyOf(placed.Plot)).ToList();
            var paged = new List<PlotKey>();
            for (var place = (PlotPlace?)null; ; )
            {
                var page = Store
                    .Sorted(query with { Limit = random.Next(1, 60) }, sort with { After = place })
                    .ToList();
                if (page.Count == 0)
                    break;
                paged.AddRange(page.Select(placed => KeyOf(placed.Plot)));
                place = page[^1].Place;
                Assert.Equal(KeyOf(page[^1].Plot), place.Key);
                Assert.True(sort.Fits(place));
            }

            Assert.Equal(expected.Select(KeyOf), whole);
            Assert.Equal(whole, paged);
        }
        Assert.Equal(300, values.Count);
    }

    [Fact]
    public void Every_fact_can_be_sorted_by_and_an_unknown_one_comes_last_in_either_direction()
    {
        Put(SamplePlots.Full("full", "331101") with { EndedOn = null }, SamplePlots.Bare("bare", county: ""));
        foreach (var property in PlotSort.Sortables)
        foreach (var descending in (bool[])[false, true])
        {
            var sort = new PlotSort([new(property, descending)]);
            var all = Store.Sorted(new(), sort).ToList();
            var fullFirst = property.Name != "plot" || descending;
            Assert.Equal(fullFirst ? ["full", "bare"] : ["bare", "full"], all.Select(placed => placed.Plot.Number));
            Assert.Equal(
                all.Skip(1).Select(placed => placed.Plot.Number),
                Store.Sorted(new(), sort with { After = all[0].Place }).Select(placed => placed.Plot.Number)
            );
            Assert.Empty(Store.Sorted(new(), sort with { After = all[1].Place }));
        }
    }

    [Fact]
    public void Pages_of_an_order_go_on_behind_a_plot_that_has_left_its_place()
    {
        Put([.. Enumerable.Range(0, 9).Select(i => SamplePlots.Bare($"{i}") with { StatedArea = Area.FromMu(i) })]);
        var sort = new PlotSort([new(PlotQueryables.All.Find("stated_mu")!, Descending: true)]);
        var first = Store.Sorted(new() { Limit = 4 }, sort).ToList();
        Assert.Equal(["8", "7", "6", "5"], first.Select(placed => placed.Plot.Number));

        Put(SamplePlots.Bare("5") with { StatedArea = Area.FromMu(100) });

        Assert.Equal(
            ["4", "3", "2", "1", "0"],
            Store.Sorted(new(), sort with { After = first[^1].Place }).Select(placed => placed.Plot.Number)
        );
    }

    private static Plot Random(Random random, int i)
    {
        return SamplePlots.At(
            $"{Words[random.Next(1, Words.Length)]}{i}",
            119 + (0.01 * i),
            28,
            (string)Any("", "331100", "110105")!
        ) with
        {
            Zone = (string?)Any([null, .. Words[1..]]),
            Holder = (string?)Any(null, "甲", "乙", "丙"),
            Stage = (SupplyStage)random.Next(0, 4),
            StatedArea = random.Next(4) == 0 ? null : Area.FromMu(random.Next(-5, 20) / 4m),
            Grant = new()
            {
                Price =
                    random.Next(3) == 0
                        ? null
                        : Money.FromYuan((decimal)Any(0m, 1m, 999_999_999_999_999m, 0.00000001m, 0.3m)!),
                SignedOn = random.Next(3) == 0 ? null : new DateOnly(2019, 1, 1).AddDays(random.Next(30) * 37),
            },
            Progress = new() { Begun = (bool?)Any(null, true, false) },
            EndedOn = random.Next(6) == 0 ? new(2024, 1, 1) : null,
        };

        object? Any(params object?[] values) => values[random.Next(values.Length)];
    }

    private static PlotSort RandomSort(Random random)
    {
        string[] names =
        [
            "zone",
            "holder",
            "stage",
            "stated_mu",
            "price",
            "signed_on",
            "begun",
            "county",
            "plot",
            "remark",
        ];
        random.Shuffle(names);
        return new([
            .. names
                .Take(random.Next(1, 5))
                .Select(name => new SortTerm(PlotQueryables.All.Find(name)!, random.Next(2) == 0)),
        ]);
    }

    /// <summary>Written anew, from what the documentation says.</summary>
    private static int InOrder(PlotSort sort, Plot one, Plot other)
    {
        foreach (var (property, descending) in sort.Terms)
        {
            var field = PlotFields.All.Single(field => field.Id == property.Name);
            var (a, b) = (field.Of(one), field.Of(other));
            if (a.IsKnown != b.IsKnown)
                return a.IsKnown ? -1 : 1;
            if (!a.IsKnown)
                continue;
            var order =
                a.Number is { } number ? number.CompareTo(b.Number!.Value)
                : a.Date is { } day ? day.CompareTo(b.Date!.Value)
                : a.Flag is { } flag ? flag.CompareTo(b.Flag!.Value)
                : ByCodePoint(a.Text!, b.Text!, PlotSort.TextLength);
            if (order != 0)
                return descending ? -order : order;
        }
        var county = ByCodePoint(one.County, other.County);
        return county != 0 ? county : ByCodePoint(one.Number, other.Number);
    }

    private static int ByCodePoint(string one, string other, int length = int.MaxValue)
    {
        var (a, b) = (one.EnumerateRunes().Take(length).ToList(), other.EnumerateRunes().Take(length).ToList());
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        return a.Count.CompareTo(b.Count);
    }
}

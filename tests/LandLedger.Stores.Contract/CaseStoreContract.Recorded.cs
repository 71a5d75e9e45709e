using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Rules;
using LandLedger.Turns;
using Xunit;

namespace LandLedger.Stores.Contract;

public abstract partial class CaseStoreContract
{
    /// <summary>A case sets a class of A-1 between the times, and one whose procedure is not at hand one of B-1.</summary>
    [Fact]
    public void What_a_ledger_told_by_two_times_turns_as_two_stores_made_of_it_do()
    {
        var number = Walk(A, "suspect");
        var first = SampleSteps.Recording.At;
        var later = SampleSteps.Recording with { At = first.AddHours(1) };
        Opened(Book.Take(number, Set("in-order", Day(5)), later));
        using (var own = OpenWith(At("idle.json")))
        {
            var book = Older(own);
            var other = Opened(book.Open(B, "idle", Said("qing-1", "start", 1), later));
            (string, Fact)[] inOrder =
            [
                .. InOrder.Where(fact => fact.Item1 != "computed-class"),
                ("computed-class", Fact.Of("undetermined")),
            ];
            Opened(book.Take(other, Common("override", 3, inOrder), later));
        }

        var (before, after) = KnownPark.At(Store, first, later.At);
        using var then = RecordedStore.Of(Store.Ledger, Store.Cases, first)!;
        using var now = RecordedStore.Of(Store.Ledger, Store.Cases, later.At)!;
        var turned = All(before!, after!);

        Assert.Contains("A-1 Idle>InOrder 2026-0001 override", turned);
        Assert.Equal(All(KnownPark.Of(then.Store), KnownPark.Of(now.Store)), turned);
        Assert.Equal(All(before!, KnownPark.Of(Store)), turned);
        Assert.Equal(then.Store.Ledger.Head(), before!.Ledger.Head());
        Assert.Null(KnownPark.At(Store, first.AddYears(-1), null).First);
    }

    private static List<string> All(KnownPark before, KnownPark after) =>
        [
            .. new ClassTurns(new(before, RuleSets.Default, Day(2)), new(after, RuleSets.Default, Day(9)))
                .All()
                .Select(turn =>
                    $"{turn.Plot.Number} {turn.From}>{turn.To} "
                    + string.Join(
                        ", ",
                        turn.Steps.SelectMany(step => step.Cases).Select(at => $"{at.Booked.Number} {at.Step.Kind}")
                    )
                ),
        ];
}

using LandLedger.Rules;

namespace LandLedger.Tests.Rules;

public class ClassesTests
{
    private static readonly LawReference Clause = new("order-53", "2", Trust.Read);

    [Fact]
    public void Every_stage_and_every_set_of_verdicts_has_one_class()
    {
        var classes = new Classes([
            new Named("idle", Category.Idle),
            new Named("use", Category.UseChanged),
            new Named("low", Category.LowEfficiency),
            new Named("watch", null),
        ]);
        var outcomes = Enum.GetValues<Outcome>();
        foreach (var stage in Enum.GetValues<SupplyStage>())
        foreach (var idle in outcomes)
        foreach (var use in outcomes)
        foreach (var low in outcomes)
        foreach (var watch in outcomes)
        {
            var expected = (stage, idle, use, low) switch
            {
                (SupplyStage.Reserve, _, _, _) => Category.Reserve,
                (SupplyStage.Approved, _, _, _) => Category.NotSupplied,
                (_, Outcome.Met, _, _) => Category.Idle,
                (_, Outcome.Undetermined, _, _) => Category.Undetermined,
                (_, _, Outcome.Met, _) => Category.UseChanged,
                (_, _, Outcome.Undetermined, _) => Category.Undetermined,
                (_, _, _, Outcome.Met) => Category.LowEfficiency,
                (_, _, _, Outcome.Undetermined) => Category.Undetermined,
                _ => Category.InOrder,
            };
            Assert.Equal(expected, classes.Of(stage, [Of(idle), Of(use), Of(low), Of(watch)], out _));
        }
    }

    [Fact]
    public void Of_two_rules_of_one_class_one_met_is_enough()
    {
        var classes = new Classes([new Named("a", Category.LowEfficiency), new Named("b", Category.LowEfficiency)]);
        var category = classes.Of(SupplyStage.Supplied, [Of(Outcome.Undetermined), Of(Outcome.Met)], out var deciding);
        Assert.Equal(Category.LowEfficiency, category);
        Assert.Equal([0, 1], deciding.ToArray());
    }

    private static Finding Of(Outcome verdict) => new("rule", verdict, Clause, []);

    private sealed class Named(string id, Category? leads) : IRule
    {
        public string Id => id;

        public Category? Leads => leads;

        public Outcome Judge(Judgement judgement) => Outcome.NotMet;
    }
}

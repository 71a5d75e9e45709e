using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Metrics;
using LandLedger.Rules;
using LandLedger.Streams;
using LandLedger.Turns;

namespace LandLedger.Issuing;

/// <summary>
/// An issued list judged again (重新评估): by the facts and cases that the ledger had told when it was issued, on the day that it was judged for, by the text
/// of the rules that it was judged by, whatever became of them since.
/// </summary>
/// <param name="Rules">The package by which it was judged again.</param>
/// <param name="Rows">How many rows came of it.</param>
/// <param name="Differs">The first row that is another than was issued, from 1; null where all are the same to the byte.</param>
public sealed record ListAgain(RuleSet Rules, int Rows, int? Differs)
{
    /// <summary>Plots handed on at a time.</summary>
    private const int Stretch = 64;

    /// <summary>Judges a list again, or says why it cannot be.</summary>
    /// <param name="atHand">The package that is asked for, used only where it is the one that the list tells; null for that which the ledger keeps.</param>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    public static (ListAgain? Again, ListRefusal? Refusal) Of(IPlotStore store, IssuedList list, RuleSet? atHand)
    {
        var (rules, refusal) = RulesOf(store, list, atHand);
        if (rules is null)
            return (null, refusal);
        var told = LedgerCut.At(store.Ledger, list.Facts.Number);
        if (told.Head() != list.Facts)
            throw LedgerEntry.Altered(list.Facts.Number, null);
        var judged = Judged(new RecordedPark(store.Ledger, told, store.Cases), list, rules);
        var made = judged
            .Contents.Lines.Select(line => IssuedRow.Of(line, judged.Contents.Columns))
            .Select(RowSaid.Text);
        var issued = new ListBook(store).Rows(list).Select(RowSaid.Text);
        return (new(rules, judged.Rows.Count, First(issued, made)), null);
    }

    /// <summary>The package that a list was made by; of one that tells no digest, the one at hand of that id and version.</summary>
    private static (RuleSet?, ListRefusal?) RulesOf(IPlotStore store, IssuedList list, RuleSet? atHand)
    {
        var name = $"{list.Package}@{list.Version}";
        if (atHand is not null)
            return atHand.Text.Name == name && (list.Rules is null || list.Rules == atHand.Text.Digest)
                ? (atHand, null)
                : (
                    null,
                    new("rules-differ", "rules")
                    {
                        Value = Fact.Of(name),
                        Words = [list.Rules ?? name, $"{atHand.Text.Name} {atHand.Text.Digest}"],
                    }
                );
        return
            (list.Rules is { } digest ? new KeptRules(store.Ledger).Package(digest) : RuleSets.Find(name)) is { } rules
            ? (rules, null)
            : (null, new("rules-missing", "rules") { Value = Fact.Of(name) });
    }

    private static DisposalList Judged(RecordedPark park, IssuedList list, RuleSet rules)
    {
        var basis = ListBasis.Of(rules, list.AsOf, list.Data) with { SharedNumbers = Shared(park.Plots()) };
        var day = new ParkDay(
            new Evaluator(rules, list.AsOf, KeptFindings.None),
            Sharing.Of(park.Firms()),
            park.OpenOn(list.AsOf)
        );
        var evaluations = day.Evaluate(Stretched<Plot>.Of(park.Plots(), Stretch), CancellationToken.None);
        return DisposalList.Of(evaluations, basis, Texts.In(list.Language), list.Categories);
    }

    private static HashSet<string> Shared(IEnumerable<Plot> plots)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return plots.Select(plot => plot.Number).Where(number => !known.Add(number)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The first place at which two are not the same, from 1; null where there is none.</summary>
    private static int? First(IEnumerable<string> issued, IEnumerable<string> made)
    {
        using var other = made.GetEnumerator();
        var place = 0;
        foreach (var row in issued)
        {
            place++;
            if (!other.MoveNext() || other.Current != row)
                return place;
        }
        return other.MoveNext() ? place + 1 : null;
    }
}

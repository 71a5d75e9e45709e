using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Import;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case open PLOT --procedure ID --step KIND --day DATE --role ROLE --store S</c></summary>
internal static class CaseOpen
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var procedure = new Option<string>("--procedure")
        {
            Description = texts["cli.case.procedure"],
            HelpName = string.Join('|', Procedures.ShippedIds),
            Required = true,
        };
        var kind = new Option<string>("--step")
        {
            Description = texts["cli.case.kind"],
            HelpName = "KIND",
            Required = true,
        };
        var options = new StepOptions(shell, texts);
        var command = new Command("open", texts["cli.case.open"]) { plot, store, county, procedure, kind };
        options.AddTo(command);
        command.Options.Add(Asked.Lang(texts));
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(store)!;
            var procedures = place.Procedures;
            var rules = procedures.Find(UsageProblems.Among(procedure, parsed, procedures.Ids, texts));
            using var opened = place.Open(StoreMode.Write);
            var key = OnePlot.Of(opened, parsed.GetValue(plot)!, parsed.GetValue(county), texts);
            var name = parsed.GetValue(kind)!;
            var step = options.Step(parsed, name, (id, text) => rules?.Read(name, id, text) ?? Fact.Of(text));
            var book = options.Book(opened, parsed);
            return StepAnswer.Tell(
                shell,
                texts,
                book,
                book.Open(key, parsed.GetValue(procedure)!, step, options.Recording(parsed))
            );
        });
        return command;
    }
}

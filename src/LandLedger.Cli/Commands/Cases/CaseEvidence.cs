using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case evidence NUMBER [FILE -o PATH] --store S</c>: the files behind the steps of a case, or one of them as it was given.</summary>
internal static class CaseEvidence
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = CaseCommand.Number(texts);
        var name = new Argument<string?>("FILE")
        {
            Description = texts["cli.case.evidence.file"],
            Arity = ArgumentArity.ZeroOrOne,
        };
        var store = Asked.Store(texts);
        var output = new Option<string?>("--output", "-o") { Description = texts["cli.output"], HelpName = "FILE" };
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("evidence", texts["cli.case.evidence"]) { number, name, store, output, format, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var place = parsed.GetValue(store)!;
                using var opened = place.Open(StoreMode.Read);
                if (CaseCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } booked)
                    return Exit.InputRefused;
                if (parsed.GetValue(name) is not { } asked)
                {
                    if (parsed.GetValue(format) == "json")
                        CaseJson.WriteTo(shell.Out, json => CaseJson.WriteEvidence(json, booked, links: null));
                    else
                        CasePage.WriteEvidence(shell, texts, booked);
                    return Exit.Done;
                }
                if (parsed.GetValue(output) is not { } file)
                    throw new UsageException(texts["cli.case.evidence.no-output"]);
                KeptFile[] found =
                [
                    .. booked
                        .Steps.SelectMany(step => step.Evidence)
                        .Where(kept => kept.Name == asked || kept.Sha256 == asked)
                        .DistinctBy(kept => kept.Sha256),
                ];
                if (found is not [var only])
                    throw new UsageException(
                        texts.Fill(
                            found.Length == 0 ? "cli.case.evidence.none" : "cli.case.evidence.several",
                            place => place == "value" ? asked : string.Join(", ", found.Select(kept => kept.Sha256))
                        )
                    );
                OutputPlace.Check(texts, file, place, []);
                await OutputFile.WriteAsync(
                    file,
                    async (to, token) =>
                    {
                        foreach (var part in only.Parts(opened.Cases))
                            await to.WriteAsync(part, token);
                    },
                    cancel
                );
                return Exit.Done;
            }
        );
        return command;
    }
}

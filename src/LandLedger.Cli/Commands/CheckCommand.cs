using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger check --store S</c>: what is doubtful in the store as it stands.</summary>
internal static class CheckCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("check", texts["cli.check"]) { store, format, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var place = parsed.GetValue(store)!;
                using var opened = place.Open(StoreMode.Read);
                var check = StoreCheck.Of(opened, place.Name);
                if (parsed.GetValue(format) == "json")
                    await IssueJson.WriteArrayAsync(shell.Out, check.Issues, cancel);
                else
                    CheckTable.Write(shell, texts, check);
                return Exit.Done;
            }
        );
        return command;
    }
}

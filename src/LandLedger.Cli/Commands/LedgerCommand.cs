using System.CommandLine;
using LandLedger.Import;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger ledger --store S [--after NUMBER]</c>: the entries of the ledger as they are hashed, one a line.</summary>
internal static class LedgerCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var after = new Option<long>("--after") { Description = texts["cli.ledger.after"], HelpName = "NUMBER" };
        var lang = Asked.Lang(texts);
        var command = new Command("ledger", texts["cli.ledger"]) { store, after, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
                foreach (var entry in opened.Ledger.Rows(parsed.GetValue(after)))
                {
                    await shell.Out.WriteAsync(entry.Bytes, cancel);
                    shell.Out.WriteByte((byte)'\n');
                }
                return Exit.Done;
            }
        );
        return command;
    }
}

using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Cli.Commands.Issued;

/// <summary>
/// <c>landledger issued write NUMBER --format xlsx|csv|json|geojson -o FILE [--public] --store S</c>: makes the list again as it was issued,
/// and says whether the file is the same to the byte.
/// </summary>
internal static class IssuedWrite
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = IssuedCommand.Number(texts);
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "xlsx", "csv", "json", "geojson");
        var output = Asked.Output(texts);
        var open = new Option<bool>("--public") { Description = texts["cli.issued.public"] };
        var lang = Asked.Lang(texts);
        var command = new Command("write", texts["cli.issued.write"]) { number, store, format, output, open, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var (place, file) = (parsed.GetValue(store)!, parsed.GetValue(output)!);
                OutputPlace.Check(texts, file, place, []);
                using var opened = place.Open(StoreMode.Read);
                if (IssuedCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } list)
                    return Exit.InputRefused;
                var form = Enum.Parse<ListForm>(parsed.GetValue(format)!, ignoreCase: true);
                var (book, redacted) = (new ListBook(opened), parsed.GetValue(open));
                var contents = redacted ? book.Public(list) : book.Contents(list);
                var made = "";
                await OutputFile.WriteAsync(
                    file,
                    async (stream, token) =>
                    {
                        await using var digest = new DigestStream(stream);
                        await ListFile.WriteAsync(digest, contents, form, token);
                        made = digest.Sha256();
                    },
                    cancel
                );
                shell.WriteLine(Words.Written(texts, file, list.Totals.Total));
                if (!redacted && list.Files.TryGetValue(ListFile.NameOf(form), out var issued))
                    Tell(shell, texts, issued == made, made);
                return Exit.Done;
            }
        );
        return command;
    }

    private static void Tell(Shell shell, Texts texts, bool isSame, string made)
    {
        var said = texts.Fill(isSame ? "cli.issued.same" : "cli.issued.differs", _ => made);
        if (isSame)
            shell.WriteLine(said);
        else
            shell.Error.WriteLine(said);
    }
}

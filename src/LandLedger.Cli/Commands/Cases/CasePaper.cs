using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Papers;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case paper NUMBER KIND -o FILE.docx --office FILE.json [--template FILE] [--draft] [--recorded TIME] --store S</c></summary>
internal static class CasePaper
{
    private static readonly string[] Codes = [.. Enum.GetValues<PaperKind>().Select(CodeText.Of)];

    public static Command Of(Shell shell, Texts texts)
    {
        var number = CaseCommand.Number(texts);
        var kind = new Argument<string>("KIND")
        {
            Description = texts.Fill("cli.case.paper.kind", _ => string.Join(", ", Codes)),
        };
        UsageProblems.NoOptions(kind, texts);
        var store = Asked.Store(texts);
        var output = Asked.Output(texts);
        var office = new Option<string>("--office")
        {
            Description = texts["cli.case.paper.office"],
            HelpName = "FILE.json",
            Required = true,
        };
        var template = new Option<string?>("--template")
        {
            Description = texts["cli.case.paper.template"],
            HelpName = "FILE.docx",
        };
        var draft = new Option<bool>("--draft") { Description = texts["cli.case.paper.draft"] };
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var lang = Asked.Lang(texts);
        var command = new Command("paper", texts["cli.case.paper"])
        {
            number,
            kind,
            store,
            output,
            office,
            template,
            draft,
            rules,
            recorded,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var place = parsed.GetValue(store)!;
                var (file, of) = (parsed.GetValue(output)!, parsed.GetValue(office)!);
                var own = parsed.GetValue(template);
                OutputPlace.Check(texts, file, place, own is null ? [of] : [of, own]);
                var paper = KindOf(parsed.GetValue(kind)!, texts);
                using var asked = new AskedStore(place, parsed.GetValue(recorded), texts);
                if (CaseCommand.Judged(shell, texts, asked.Store, parsed.GetValue(number)) is not { } filed)
                    return Exit.InputRefused;
                var set = AskedRules.OfNow(parsed.GetValue(rules)!, asked.Store.Ledger, texts);
                var (source, ended) = PaperSource.Of(
                    paper,
                    filed,
                    asked.Store,
                    set,
                    OfficeFile.Read(of, texts),
                    isOfStore: parsed.GetValue(recorded) is not null,
                    texts.Language
                );
                if (source is null)
                    return Refuse(
                        shell,
                        ended?.In(texts.Language)
                            ?? texts.Fill("cli.case.paper.no-step", name => Word(name, filed, paper, texts))
                    );
                using var opened = place.Open(StoreMode.Read);
                var kept = own is null ? OfficeBook.Template(asked.Store.Ledger, paper) : null;
                var filled = kept is null ? TemplateOf(own, texts) : Read(new OfficeBook(opened).Open(kept), texts);
                source = source with { Template = kept?.File.Sha256 };
                var (bytes, problems) = Paper.Write(paper, source, filled, parsed.GetValue(draft));
                foreach (var problem in problems)
                    shell.Error.WriteLine(problem.In(texts.Language));
                if (bytes is null)
                    return Exit.InputRefused;
                await OutputFile.WriteAsync(file, (to, token) => to.WriteAsync(bytes, token).AsTask(), cancel);
                shell.WriteLine(texts.Fill("cli.case.paper.written", name => Word(name, filed, paper, texts) ?? file));
                return Exit.Done;
            }
        );
        return command;
    }

    private static string? Word(string name, FiledCase filed, PaperKind paper, Texts texts) =>
        name switch
        {
            "number" => filed.Number.ToString(),
            "paper" => texts["paper." + CodeText.Of(paper)],
            _ => null,
        };

    private static int Refuse(Shell shell, string sentence)
    {
        shell.Error.WriteLine(sentence);
        return Exit.InputRefused;
    }

    private static PaperKind KindOf(string asked, Texts texts) =>
        Codes.Contains(asked)
            ? CodeText.Parse<PaperKind>(asked)
            : throw new UsageException(
                texts.Fill("cli.case.paper.unknown", name => name == "value" ? asked : string.Join(", ", Codes))
            );

    private static PaperTemplate? TemplateOf(string? path, Texts texts)
    {
        if (path is null)
            return null;
        using var file = FileException.At(path, () => File.OpenRead(path));
        return Read(file, texts);
    }

    private static PaperTemplate Read(Stream file, Texts texts)
    {
        var (template, problems) = PaperTemplate.Read(file);
        return template
            ?? throw new UsageException(string.Join("\n", problems.Select(problem => problem.In(texts.Language))));
    }
}

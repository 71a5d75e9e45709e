using System.CommandLine;
using LandLedger.Fields;
using LandLedger.Formats.Lists;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger form survey|land-market --store S --as-of DATE [--category ...] [--template FILE.xlsx] -o FILE.xlsx</c></summary>
internal static class FormCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = texts.Fill("cli.form.kind", _ => string.Join(", ", PlotForm.Codes)),
        };
        UsageProblems.NoOptions(kind, texts);
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var categories = Asked.Categories(texts);
        var template = Asked.Text("--template", texts["cli.form.template"], "FILE.xlsx");
        var output = Asked.Output(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("form", texts["cli.form"])
        {
            kind,
            store,
            asOf,
            rules,
            recorded,
            categories,
            template,
            output,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var (file, own) = (parsed.GetValue(output)!, parsed.GetValue(template));
                string[] read = [parsed.GetValue(rules)!, .. own is null ? [] : (string[])[own]];
                OutputPlace.Check(texts, file, parsed.GetValue(store)!, read);
                var form = KindOf(parsed.GetValue(kind)!, texts);
                var by = own is null ? null : TemplateOf(form, own, texts);
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var judged = park.Evaluations(shapes: false, toFile: true, KeptFindings.All);
                var asked = Asked.CategoriesOf(parsed.GetValue(categories)!);
                await OutputFile.WriteAsync(
                    file,
                    (stream, token) =>
                    {
                        PlotForm.Write(form, stream, judged, park.AsOf, asked, by, token);
                        return Task.CompletedTask;
                    },
                    cancel
                );
                shell.WriteLine(texts.Fill("cli.form.written", _ => file));
                return Exit.Done;
            }
        );
        return command;
    }

    private static FormKind KindOf(string asked, Texts texts) =>
        PlotForm.Codes.Contains(asked)
            ? CodeText.Parse<FormKind>(asked)
            : throw new UsageException(
                texts.Fill("cli.form.unknown", name => name == "value" ? asked : string.Join(", ", PlotForm.Codes))
            );

    /// <summary>Reads those that a folder has, by the codes of their forms.</summary>
    /// <exception cref="UsageException">One of them is none, or there is none.</exception>
    public static Dictionary<FormKind, FormTemplate> TemplatesOf(string folder, Texts texts)
    {
        var found = PlotForm
            .Codes.Select(code => (Kind: CodeText.Parse<FormKind>(code), Path: Path.Combine(folder, code + ".xlsx")))
            .Where(form => File.Exists(form.Path))
            .ToDictionary(form => form.Kind, form => TemplateOf(form.Kind, form.Path, texts));
        return found.Count > 0 ? found : throw new UsageException(texts.Fill("cli.serve.forms.none", _ => folder));
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    private static FormTemplate TemplateOf(FormKind kind, string path, Texts texts)
    {
        using var file = FileException.At(path, () => File.OpenRead(path));
        var (template, problem) = FormTemplate.Read(kind, file);
        return template ?? throw new UsageException($"{path}：{problem!.In(texts)}");
    }
}

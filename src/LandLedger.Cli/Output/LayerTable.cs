using System.Globalization;
using LandLedger.Import;
using LandLedger.Layers;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Layers for a reader: what became of one, or all that there are.</summary>
internal static class LayerTable
{
    public static void Write(Shell shell, Texts texts, LayerReport report)
    {
        var layer = report.Layer;
        var outcome = Fields.CodeText.Of(report.Outcome);
        shell.WriteLine(
            texts.Fill(
                "cli.layer." + outcome,
                name =>
                    name switch
                    {
                        "name" => layer.Name,
                        "title" => layer.Title,
                        "features" => Text(layer.Features),
                        "refused" => Text(report.Refused),
                        _ => null,
                    }
            )
        );
        if (report.Outcome != ImportOutcome.Refused)
        {
            if (report.Before is { } before)
                shell.WriteLine(
                    texts.Fill("cli.layer.replaced", name => Text(name == "before" ? before : layer.Features))
                );
            shell.WriteLine(texts.Fill("cli.layer.properties", _ => Properties(layer, texts)));
        }
        ReportTable.Write(shell, texts, report.Issues, "cli.layer.more");
    }

    public static void Write(Shell shell, Texts texts, IReadOnlyList<Layer> layers)
    {
        if (layers.Count == 0)
        {
            shell.WriteLine(texts["cli.layer.none"]);
            return;
        }
        var table = new Table();
        foreach (var column in (string[])["name", "title", "features", "kind", "properties"])
            table.AddColumn(texts["cli.layer.column." + column]);
        foreach (var layer in layers)
        {
            string[] cells =
            [
                layer.Name,
                layer.Title,
                Text(layer.Features),
                Kind(layer, texts),
                Properties(layer, texts),
            ];
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }
        var page = new Page(shell);
        page.Add(table);
        page.Print();
    }

    private static string Kind(Layer layer, Texts texts) => texts.Find("shape-kind." + layer.Kind) ?? layer.Kind;

    private static string Properties(Layer layer, Texts texts) =>
        string.Join(
            texts["list.comma"],
            layer.Properties.Select(property =>
                texts.Fill(
                    "cli.layer.property",
                    name => name == "name" ? property.Name : texts["filter.type." + Fields.CodeText.Of(property.Type)]
                )
            )
        );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

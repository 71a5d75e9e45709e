using LandLedger.Clearance;
using LandLedger.Fields;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>How far the stock of a year is cleared, for a reader: what is late first, then the target, then the breakdowns.</summary>
internal static class ProgressPage
{
    public static void Write(Shell shell, Texts texts, ClearanceTable table)
    {
        CaseTable.Write(shell, texts, table.Late);
        shell.WriteLine(texts.Fill("cli.progress.head", name => Word(table, name, texts)));
        if (table.Stock.Outside > 0)
            shell.WriteLine(texts.Fill("cli.progress.outside", _ => Words.Count(table.Stock.Outside)));
        if (table.Target is { } target)
            shell.WriteLine(texts.Fill("cli.progress.target", name => Word(target, table.Total, name, texts)));
        var page = new Page(shell);
        page.Line(texts["cli.progress.units"]);
        foreach (var (name, family, lines) in ClearanceWords.Parts(table))
            page.Add(Table(texts, "clearance." + name, family, lines, table.Total));
        foreach (var part in table.Targets)
            page.Add(Targets(texts, part, table.Total));
        page.Print();
    }

    private static Table Table(
        Texts texts,
        string title,
        string? family,
        IReadOnlyList<ClearanceLine> lines,
        ClearanceLine total
    )
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts[title]);
        foreach (var part in (string[])["stock", "cleared", "ended", "remaining"])
            table.AddColumn(new TableColumn(texts["clearance." + part]).RightAligned());
        foreach (var share in (string[])["share-plots", "share-stated", "share-measured"])
            table.AddColumn(new TableColumn(texts["clearance." + share]).RightAligned());
        foreach (var line in lines)
            Add(table, ClearanceWords.Key(line.Key, family, texts), line);
        Add(table, texts["list.total"], total);
        return table;
    }

    /// <summary>Each target with what is cleared and what is left, in plots and stated mu.</summary>
    private static Table Targets(Texts texts, TargetPart part, ClearanceLine total)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["target.of"]);
        foreach (var title in (string[])["target.set", "clearance.stock", "clearance.cleared", "target.left"])
            table.AddColumn(new TableColumn(texts[title]).RightAligned());
        table.AddColumn(texts["target.reached"]);
        foreach (var line in part.Lines)
            Add(
                ClearanceWords.Part(line.Target, texts),
                Pair(line.Target?.Target.Plots, line.Target?.Target.Mu)
                    + (line.Target?.Target.Share is { } share ? $" / {ClearanceWords.PerCent(share)}" : ""),
                line.Line,
                Pair(line.PlotsLeft, line.MuLeft),
                line.IsReached is { } reached ? texts[reached ? "clearance.reached" : "clearance.not-reached"] : ""
            );
        if (part.By.Count > 0)
            Add(texts["list.total"], Pair(part.Plots, part.Mu), total, "", "");
        return table;

        void Add(string name, string set, ClearanceLine line, string left, string reached) =>
            table.AddRow([
                new Text(name),
                new Text(set),
                new Text(Pair(line.Stock.Plots, line.Stock.Stated.Mu)),
                new Text(Pair(line.Cleared.Plots, line.Cleared.Stated.Mu)),
                new Text(left),
                new Text(reached),
            ]);

        string Pair(int? plots, decimal? mu) =>
            $"{(plots is { } count ? Words.Count(count) : "–")} / {(mu is { } some ? Mu(Area.FromMu(some)) : "–")}";
    }

    private static void Add(Table table, string name, ClearanceLine line)
    {
        string[] sums =
        [
            .. new[] { line.Stock, line.Cleared, line.Ended, line.Remaining }.Select(sum =>
                $"{Words.Count(sum.Plots)} / {Mu(sum.Stated)} / {Mu(sum.Measured)}"
            ),
        ];
        string[] shares =
        [
            ClearanceWords.PerCent(line.ShareOfPlots),
            ClearanceWords.PerCent(line.ShareOfStated),
            ClearanceWords.PerCent(line.ShareOfMeasured),
        ];
        table.AddRow([new Text(name), .. sums.Concat(shares).Select(cell => new Text(cell))]);
    }

    private static string? Word(ClearanceTable table, string name, Texts texts) =>
        name switch
        {
            "year" => Words.Count(table.Year),
            "on" => Words.Day(table.On),
            "stock" => table.Stock.List is { } list
                ? texts.Fill("cli.progress.of-list", _ => list.ToString())
                : texts.Fill("cli.progress.of-day", _ => Words.Day(table.Stock.Basis.AsOf)),
            "rules" => $"{table.Basis.Package}@{table.Basis.Version}",
            _ => Words.Of(table.Total.Stock, name),
        };

    private static string? Word(ClearanceTarget target, ClearanceLine total, string name, Texts texts) =>
        name switch
        {
            "plots" => target.Plots is { } plots ? Words.Count(plots) : texts["clearance.none"],
            "mu" => target.Mu is { } mu ? Fact.Of(mu, Unit.Mu).ToString() : texts["clearance.none"],
            "share" => target.Share is { } share ? ClearanceWords.PerCent(share) : texts["clearance.none"],
            _ => texts[target.IsReached(total) ? "clearance.reached" : "clearance.not-reached"],
        };

    private static string Mu(Area area) => Fact.Of(area).ToString();
}

using LandLedger.Acreage;

namespace LandLedger.Cli.Output;

/// <summary>An acreage table for a reader; by two dimensions or more, what stands under one key of the first is added up too.</summary>
internal static class AcreagePage
{
    public static void Write(Shell shell, OpenPark park, AcreageTable table)
    {
        var texts = park.Texts;
        var sums = new SumTable(
            texts,
            [.. table.By.Select(by => AcreageWords.Title(by, texts))],
            table.Rows is [{ Plots: not null }, ..] ? texts["column.plot"] : null
        );
        foreach (var group in table.Rows.GroupBy(row => row.Keys[0]))
        {
            foreach (var row in group)
                sums.Add(row.Keys.Select((key, i) => AcreageWords.Key(table.By[i], key, texts)), row.Sum, row.Plots);
            if (group.Skip(1).Any())
                sums.AddSubtotal(
                    AcreageWords.Key(table.By[0], group.Key, texts),
                    group.Aggregate(default(AcreageSum), (sum, row) => sum + row.Sum)
                );
        }
        sums.Close(table.Remainder(SumTable.Decimals), table.Total);
        var page = new Page(shell);
        page.Line(Words.Basis(park));
        page.Add(sums.Table);
        page.Print();
    }
}

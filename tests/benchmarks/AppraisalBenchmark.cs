using System.Diagnostics;
using System.Globalization;
using LandLedger.Appraisal;

namespace LandLedger.Benchmarks;

/// <summary>
/// Appraises firms in memory in five groups by sector: the six indicators of Huangyan for 2022, the bands of Wenling, subletting, prices of Shandong. One
/// firm in ten has no emission data. Prints the time of each of five runs.
/// </summary>
internal static class AppraisalBenchmark
{
    private const int Groups = 5;
    private const int Runs = 5;

    public static void Run(int count)
    {
        var firms = Firms(count);
        var appraiser = new Appraiser(Package(), [AppraisalPackages.FindPrices("shandong-2022")!]);
        for (var run = 1; run <= Runs; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var busyBefore = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var appraisal = appraiser.Appraise(firms);
            var seconds = watch.Elapsed.TotalSeconds;
            var busy = Environment.CpuUsage.TotalTime - busyBefore;
            var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / count;
            var counts = string.Join(' ', appraisal.Groups.Select(group => string.Join('/', group.Counts)));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"run {run}: {seconds:0.000} s, {busy.TotalSeconds:0.00} s of processor, {bytes} bytes a firm, grades {counts}"
                )
            );
        }
    }

    private static AppraisalPackage Package()
    {
        var huangyan = AppraisalPackages.Find("huangyan-2022")!;
        var scored = huangyan.Groups[0];
        var banded = AppraisalPackages.Find("wenling-zones-2022")!.Groups.Take(Groups);
        return huangyan with
        {
            Groups =
            [
                .. banded.Select(group => group with { Indicators = scored.Indicators, Formula = scored.Formula }),
            ],
        };
    }

    private static FirmFigures[] Firms(int count)
    {
        var random = new Random(20221231);
        var firms = new FirmFigures[count];
        for (var at = 0; at < count; at++)
        {
            var code = string.Create(
                CultureInfo.InvariantCulture,
                $"9133100{random.NextInt64(99_999_999_999):00000000000}"
            );
            firms[at] = new()
            {
                Code = code,
                Name = code,
                AboveScale = true,
                SectorGroup = string.Create(CultureInfo.InvariantCulture, $"sector-{at % Groups + 1}"),
                Land = Area.FromSquareMetres(random.Next(2_000, 200_000)),
                Tax = Money.FromYuan(random.Next(100_000, 50_000_000)),
                AddedValue = Money.FromYuan(random.Next(1_000_000, 500_000_000)),
                Revenue = Money.FromYuan(random.Next(20_000_000, 2_000_000_000)),
                Research = Money.FromYuan(random.Next(0, 30_000_000)),
                Energy = random.Next(10, 20_000),
                Emission = random.Next(10) == 0 ? null : random.Next(1, 10_000) / 100m,
                Staff = random.Next(5, 3_000),
                KilowattHours = random.Next(10_000, 50_000_000),
                Sublets = random.Next(0, 4),
                Earlier = [new(2021, (Grade)random.Next(4)), new(2020, (Grade)random.Next(4))],
            };
        }
        return firms;
    }
}

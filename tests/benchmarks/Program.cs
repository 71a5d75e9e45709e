using System.Globalization;
using LandLedger.Benchmarks;

var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
switch (args.FirstOrDefault())
{
    case "geojson":
        SyntheticFiles.WriteGeoJson(args[2], count);
        return 0;
    case "csv":
        SyntheticFiles.WriteCsv(args[2], count);
        return 0;
    case "memory":
        MemoryBenchmark.Run(count);
        return 0;
    default:
        Console.Error.WriteLine("geojson COUNT FILE | csv COUNT FILE");
        return 2;
}

using System.Globalization;
using LandLedger.Benchmarks;

switch (args)
{
    case ["memory", var count]:
        MemoryBenchmark.Run(Whole(count));
        return 0;
    case ["appraisal", var count]:
        AppraisalBenchmark.Run(Whole(count));
        return 0;
    case ["geojson", var count, var file]:
        SyntheticFiles.WriteGeoJson(file, Whole(count), aLineEach: false);
        return 0;
    case ["geojson-lines", var count, var file]:
        SyntheticFiles.WriteGeoJson(file, Whole(count), aLineEach: true);
        return 0;
    case ["csv", var count, var file]:
        SyntheticFiles.WriteCsv(file, Whole(count));
        return 0;
    case ["txt", var count, var file]:
        SyntheticFiles.WriteBoundaryText(file, Whole(count));
        return 0;
    case ["store", var count, var store]:
        StoreBenchmark.Fill(store, Whole(count));
        return 0;
    case ["classes", var store]:
        StoreBenchmark.Classes(store);
        return 0;
    case ["plots", var store]:
        StoreBenchmark.Plots(store);
        return 0;
    case ["boxes", var store]:
        BoxBenchmark.Run(store);
        return 0;
    case ["filters", var store, var count]:
        await FilterFuzz.RunAsync(store, Whole(count));
        return 0;
    case ["read", var file]:
        StoreBenchmark.Read(file);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            memory COUNT
            appraisal COUNT
            geojson|geojson-lines|csv|txt COUNT FILE
            store COUNT STORE
            classes|plots|boxes STORE
            filters STORE COUNT
            read FILE
            """
        );
        return 2;
}

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

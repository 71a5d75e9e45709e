using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.Rules;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>
/// A process that takes steps of cases and issues lists, one after another, each with a key, and is stopped at random moments: what is in the
/// store then is what a kill would have left there. All that was answered is in it, of the one that is under way all or nothing, and its
/// ledger is whole. The process goes on and says again what it got no answer to: nothing is lost or doubled.
/// </summary>
internal sealed class KilledSteps
{
    private const string Switch = "LANDLEDGER_STEPS_TO_BE_KILLED";
    private const int OfOnePlot = 10;
    private const int Plots = 40;
    private const int Idle = 5;

    /// <summary>In the longest pause between two moments several are taken; ms.</summary>
    private const int LongestPause = 10;

    private static readonly string[] Kinds =
    [
        "suspect",
        "notify",
        "serve",
        "answer",
        "find-authority",
        "note",
        "hold",
        "release",
        "note",
    ];

    private readonly Random _random = new(20260630);

    /// <summary>Stops a process so many times.</summary>
    /// <param name="place">Of an empty store.</param>
    /// <param name="folder">For what the process notes.</param>
    /// <param name="open">Opens a store to be written.</param>
    /// <param name="killed">Looks at what the stopped process would leave if it died now; tells whether it was in the middle of writing.</param>
    /// <returns>How often it was in the middle of writing, and how many steps and lists there are in the end.</returns>
    public (int Caught, long Written) Stop(
        int rounds,
        string place,
        string folder,
        Func<string, IPlotStore> open,
        Func<Action<IPlotStore>, bool> killed
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are stopped by signals of Linux");
        using (var store = open(place))
        {
            Fill(store);
            // The ledger begins with the first step, by telling all plots.
            Write(store, 0);
        }
        var notes = Path.Combine(folder, "answered");
        File.WriteAllBytes(notes, BitConverter.GetBytes(1L));
        using var child = Begun(place, notes);
        try
        {
            var caught = Stop(rounds, child, notes, killed);
            using var left = open(place);
            var all = Check(left);
            Assert.InRange(all, Answered(notes), Answered(notes) + 1);
            return (caught, all);
        }
        finally
        {
            child.Kill();
        }
    }

    /// <summary>Stops it again and again, lets it go on, and kills it in the end.</summary>
    private int Stop(int rounds, Process child, string notes, Func<Action<IPlotStore>, bool> killed)
    {
        var caught = 0;
        var answered = Answered(notes);
        for (var round = 0; round < rounds; round++)
        {
            GoesOn(child, notes, answered + 1);
            Thread.Sleep(_random.Next(LongestPause));
            Signal(child, "STOP");
            answered = Answered(notes);
            caught += killed(store => Assert.InRange(Check(store), answered, answered + 1)) ? 1 : 0;
            Signal(child, "CONT");
        }
        GoesOn(child, notes, answered + 2);
        child.Kill();
        child.WaitForExit();
        return caught;
    }

    /// <summary>Waits until so many are answered.</summary>
    private static void GoesOn(Process child, string notes, long count)
    {
        for (var late = Stopwatch.StartNew(); Answered(notes) < count; Thread.Sleep(1))
            Assert.True(late.Elapsed < TimeSpan.FromMinutes(1) && !child.HasExited, "it does not go on");
    }

    /// <summary>Run by the child, at the start of the test program; it ends some time, should nobody kill it.</summary>
    public static void StepWhenAsked(Func<string, IPlotStore> open)
    {
        if (Environment.GetEnvironmentVariable(Switch)?.Split('|') is not [var place, var path])
            return;
        using var notes = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        using var store = open(place);
        Console.WriteLine("begun");
        var note = new byte[sizeof(long)];
        var next = (int)Answered(path);
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(10); )
        {
            try
            {
                Write(store, next);
                BinaryPrimitives.WriteInt64LittleEndian(note, ++next);
                RandomAccess.Write(notes, note, 0);
            }
            catch (StoreException)
            {
                // The store was away: the same again, by the same key.
                Thread.Sleep(1);
            }
        }
        Environment.Exit(0);
    }

    private static void Write(IPlotStore store, int number)
    {
        var key = KeyOf(number);
        // When each plot has had its turn, notes go on about the last.
        var isLast = number >= Plots * OfOnePlot;
        var (of, kind) = isLast ? (Plots - 1, Array.IndexOf(Kinds, "note")) : Math.DivRem(number, OfOnePlot);
        if (kind == Kinds.Length)
        {
            Taken(new ListBook(store).Issue(Asked(store), new() { At = SampleSteps.Recording.At, Key = key }).Refusal);
            return;
        }
        var book = new CaseBook(store, HolidayCalendar.Default);
        var photo = Photo(number);
        var recording = SampleSteps.Recording with { Key = key, Open = _ => new MemoryStream(photo) };
        var step = SampleSteps.Of("idle", Kinds[kind], new(2026, 3, 20)) with
        {
            Evidence = Kinds[kind] == "notify" ? [KeptFile.Of("现场.jpg", new MemoryStream(photo))] : [],
        };
        Taken(
            kind == 0
                ? book.Open(PlotOf(of), "idle", step, recording).Refusal
                : book.Take(new(2026, of + 1), step, recording).Refusal
        );
    }

    /// <summary>Of two parts, another one for each case.</summary>
    private static byte[] Photo(int number)
    {
        var bytes = new byte[150_000];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static void Taken(object? refusal)
    {
        if (refusal is null)
            return;
        Console.WriteLine(refusal);
        Environment.Exit(1);
    }

    private static ListIssue Asked(IPlotStore store) =>
        new()
        {
            Categories = [Category.Idle],
            Who = "王办",
            Judge = () =>
                DisposalList.Of(
                    ParkEvaluation.Of(store, RuleSets.Default, new(2026, 6, 30), new PlotQuery { Shapes = true }),
                    ListBasis.Of(RuleSets.Default, new(2026, 6, 30), "园区"),
                    Texts.Chinese,
                    [Category.Idle]
                ),
        };

    /// <summary>How many steps and lists there are: the first ones, each once and whole.</summary>
    private static long Check(IPlotStore store)
    {
        Assert.Empty(LedgerCheck.Faults(store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(store));
        Assert.Empty(FileCheck.Faults(store));
        var lists = store.Lists.Rows().ToList();
        var steps = store.Cases.Rows(CaseQuery.All).SelectMany(row => row.Steps).ToList();
        var keys = steps.Select(step => step.Key).Concat(lists.Select(list => list.Key)).ToHashSet();
        var count = steps.Count + lists.Count;
        Assert.Equal(Enumerable.Range(0, count).Select(KeyOf).ToHashSet(), keys!);
        var book = new ListBook(store);
        Assert.All(book.List(), list => Assert.Equal(Idle, book.Rows(list).Count()));
        Assert.Equal(
            steps.Count(step => step.Kind == "find-authority"),
            store.Plots(new() { Ended = true }).Sum(plot => plot.Delays.Count)
        );
        return count;
    }

    private static void Fill(IPlotStore store)
    {
        using var import = store.BeginImport();
        for (var i = 0; i < Plots; i++)
            import.Put(SamplePlots.Bare(PlotOf(i).Number) with { Stage = SupplyStage.Reserve });
        for (var i = 0; i < Idle; i++)
            import.Put(
                SamplePlots.Bare($"A-{i}") with
                {
                    StatedArea = Area.FromMu(12.5m),
                    Grant = new() { AgreedStart = new(2024, 1, 1) },
                    Progress = new() { Begun = false },
                }
            );
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static PlotKey PlotOf(int number) =>
        new(SamplePlots.Bare("").County, string.Create(CultureInfo.InvariantCulture, $"K-{number:0000}"));

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"key-{number}");

    private static long Answered(string notes)
    {
        using var file = File.OpenHandle(notes, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var note = new byte[sizeof(long)];
        return RandomAccess.Read(file, note, 0) == note.Length ? BinaryPrimitives.ReadInt64LittleEndian(note) : 0;
    }

    /// <summary>Sends a signal; a process that is to stop has stopped when this returns.</summary>
    private static void Signal(Process child, string signal)
    {
        using (var sent = Process.Start("kill", ["-" + signal, child.Id.ToString(CultureInfo.InvariantCulture)]))
            sent.WaitForExit();
        for (var late = Stopwatch.StartNew(); signal == "STOP" && !IsStopped(child); Thread.Yield())
            Assert.True(late.Elapsed < TimeSpan.FromSeconds(30), "it does not stop");
    }

    private static bool IsStopped(Process child)
    {
        Assert.False(child.HasExited, "it ended: " + (child.HasExited ? child.StandardOutput.ReadToEnd() : ""));
        return File.ReadLines($"/proc/{child.Id}/status")
            .Any(line => line.StartsWith("State:\tT", StringComparison.Ordinal));
    }

    private static Process Begun(string place, string notes)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Switch] = $"{place}|{notes}";
        var child = Process.Start(start)!;
        Assert.Equal("begun", child.StandardOutput.ReadLine());
        return child;
    }
}

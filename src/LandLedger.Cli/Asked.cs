using System.CommandLine;
using System.Globalization;
using LandLedger.Acreage;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>The options that several commands share, each with its check.</summary>
internal static class Asked
{
    private const string StoreVariable = "LANDLEDGER_STORE";
    private const string KeptVariable = "LANDLEDGER_KEPT";
    internal const long MiB = 1024 * 1024;

    /// <summary>Needed, unless LANDLEDGER_STORE names one.</summary>
    public static StoreOption Store(Texts texts)
    {
        var byDefault = Environment.GetEnvironmentVariable(StoreVariable);
        return new(
            texts,
            string.IsNullOrWhiteSpace(byDefault) ? null : byDefault,
            (result, text) => Place(result, text, texts)
        );
    }

    /// <summary>What a case or an issued list is known by.</summary>
    /// <param name="about">Key of its description; that of what is said of a wrong form ends with ".form".</param>
    public static Argument<T> Number<T>(string about, Func<string, T?> parse, Texts texts)
        where T : struct =>
        new("NUMBER")
        {
            Description = texts[about],
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (parse(text) is { } number)
                    return number;
                result.AddError(texts.Fill(about + ".form", _ => text));
                return default;
            },
        };

    public static Option<string?> Crs(Texts texts) =>
        new("--crs") { Description = texts["cli.import.crs"], HelpName = "EPSG:n" };

    public static Crs? CrsOf(string? asked, Texts texts)
    {
        if (asked is null)
            return null;
        return CrsTable.Find(asked) ?? throw new UsageException(texts.Fill("cli.crs.unknown", _ => asked));
    }

    public static Option<DateOnly> AsOf(Texts texts) => Day("--as-of", texts["cli.as-of"], texts);

    public static Option<DateOnly?> DayOrNone(string name, string description, Texts texts) =>
        new(name)
        {
            Description = description,
            HelpName = "yyyy-MM-dd",
            CustomParser = result => Day(result, texts),
        };

    /// <summary>Who writes.</summary>
    public static Option<string?> By(Texts texts, string user) =>
        new("--by") { Description = texts.Fill("cli.by", _ => user), HelpName = "NAME" };

    public static Option<string?> Text(string name, string description, string shown) =>
        new(name) { Description = description, HelpName = shown };

    /// <summary>The day that files stand for: nobody has files of a day to come.</summary>
    public static Option<DateOnly?> On(Texts texts, DateOnly today) =>
        new("--on")
        {
            Description = texts["cli.on"],
            HelpName = "yyyy-MM-dd",
            CustomParser = result =>
            {
                var day = Day(result, texts);
                if (day > today)
                    result.AddError(
                        texts.Fill(
                            "cli.on.ahead",
                            name => (name == "today" ? today : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        )
                    );
                return day;
            },
        };

    /// <summary>The day at whose close a plot is asked for.</summary>
    public static Option<DateOnly?> HeldOn(Texts texts) => DayOrNone("--on", texts["cli.history.on"], texts);

    /// <summary>By what had been recorded: up to a time, or to the end of a day on this machine.</summary>
    public static Option<DateTimeOffset?> Recorded(Texts texts, TimeProvider clock) =>
        Recorded("--recorded", texts["cli.recorded"], texts, clock);

    public static Option<DateTimeOffset?> Recorded(string name, string description, Texts texts, TimeProvider clock) =>
        new(name)
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = result =>
            {
                var asked = result.Tokens[0].Value;
                if (
                    DateOnly.TryParseExact(
                        asked,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                    return AskedTime.EndOf(day, clock.LocalTimeZone);
                if (AskedTime.TryRead(asked, out var time))
                    return time;
                result.AddError(texts.Fill("cli.recorded.form", _ => asked));
                return null;
            },
        };

    /// <summary>A day that is needed.</summary>
    public static Option<DateOnly> Day(string name, string description, Texts texts) =>
        new(name)
        {
            Description = description,
            HelpName = "yyyy-MM-dd",
            Required = true,
            CustomParser = result => Day(result, texts),
        };

    public static Option<string> Rules(Texts texts) =>
        new("--rules")
        {
            Description = texts["cli.rules"],
            HelpName = "PACKAGE",
            DefaultValueFactory = _ => "default",
        };

    public static Option<string?> Lang(Texts texts)
    {
        var option = new Option<string?>("--lang") { Description = texts["cli.lang"] };
        UsageProblems.Among(option, texts, "zh", "en");
        return option;
    }

    public static Option<string> Format(Texts texts, string byDefault, params string[] others)
    {
        var option = new Option<string>("--format")
        {
            Description = texts["cli.format"],
            DefaultValueFactory = _ => byDefault,
        };
        UsageProblems.Among(option, texts, [byDefault, .. others]);
        return option;
    }

    public static Option<string> Output(Texts texts) =>
        new("--output", "-o")
        {
            Description = texts["cli.output"],
            HelpName = "FILE",
            Required = true,
        };

    public static Option<string> Urls(Texts texts, string byDefault) =>
        new("--urls")
        {
            Description = texts["cli.urls"],
            HelpName = "URL",
            DefaultValueFactory = _ => byDefault,
        };

    /// <summary>In MiB, as on the command line or in LANDLEDGER_KEPT.</summary>
    public static Option<long> Kept(Texts texts)
    {
        const string Name = "--kept";
        var byDefault = Environment.GetEnvironmentVariable(KeptVariable);
        return new(Name)
        {
            Description = texts.Fill("cli.kept", _ => $"{ServiceOptions.MostKeptBytes / MiB}"),
            HelpName = "MIB",
            CustomParser = result => Kept(result, Name, result.Tokens.Count == 1 ? result.Tokens[0].Value : "", texts),
            DefaultValueFactory = result =>
                string.IsNullOrWhiteSpace(byDefault)
                    ? ServiceOptions.DefaultKeptBytes / MiB
                    : Kept(result, KeptVariable, byDefault, texts),
        };
    }

    /// <summary>Repeated, one behind the other or with commas between them, as the service takes them.</summary>
    public static Option<string[]> Categories(Texts texts)
    {
        var option = new Option<string[]>("--category")
        {
            Description = texts["cli.category"],
            AllowMultipleArgumentsPerToken = true,
        };
        UsageProblems.Among(option, Parts, texts, [.. Enum.GetValues<Category>().Select(Fields.CodeText.Of)]);
        return option;
    }

    public static IReadOnlySet<Category> CategoriesOf(string[] asked) =>
        asked.SelectMany(Parts).Select(Fields.CodeText.Parse<Category>).ToHashSet();

    /// <summary>A built-in package by id, or by id and version, or a county's own by file name. Another version never stands in for one that is not there.</summary>
    public static RuleSet RuleSetOf(string asked, Texts texts)
    {
        if (RuleSets.Find(asked) is { } known)
            return known;
        if (!File.Exists(asked))
            throw new UsageException(UnknownRules(asked, texts));
        using var file = FileException.At(asked, () => File.OpenRead(asked));
        var (rules, problems) = RuleSets.Read(file);
        return rules
            ?? throw new UsageException(
                texts.Fill("cli.rules.refused", _ => asked)
                    + "\n"
                    + string.Join("\n", problems.Select(problem => "  " + problem.In(texts.Language)))
            );
    }

    private static string UnknownRules(string asked, Texts texts)
    {
        var versions = RuleSets.Versions(asked.Split('@')[0]);
        var ids = string.Join(", ", versions.Count > 0 ? versions : RuleSets.All.Select(rules => rules.Id));
        return texts.Fill(
            versions.Count > 0 ? "cli.rules.no-version" : "cli.rules.unknown",
            name => name == "value" ? asked : ids
        );
    }

    public static Option<string?> County(Texts texts, string description) =>
        new("--county")
        {
            Description = description,
            HelpName = "360732",
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (text.Length == 6 && text.All(char.IsAsciiDigit))
                    return text;
                result.AddError(texts.Fill("cli.county", _ => text));
                return null;
            },
        };

    public static Option<IReadOnlyList<AcreageBy>?> By(Texts texts)
    {
        var codes = string.Join(", ", Enum.GetValues<AcreageBy>().Select(Fields.CodeText.Of));
        return new("--by")
        {
            Description = texts.Fill("cli.acreage.by", _ => codes),
            HelpName = "zone,use,category,year",
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (AcreageTable.Parse(text) is { } by)
                    return by;
                result.AddError(texts.Fill("cli.acreage.by.wrong", name => name == "value" ? text : codes));
                return null;
            },
        };
    }

    private static string[] Parts(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static long Kept(System.CommandLine.Parsing.ArgumentResult result, string option, string text, Texts texts)
    {
        const long Most = ServiceOptions.MostKeptBytes / MiB;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kept) && kept <= Most)
            return kept;
        result.AddError(
            texts.Fill(
                "cli.kept.wrong",
                name =>
                    name switch
                    {
                        "option" => option,
                        "value" => text,
                        _ => $"{Most}",
                    }
            )
        );
        return 0;
    }

    private static StorePlace? Place(System.CommandLine.Parsing.ArgumentResult result, string text, Texts texts)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(text))
                return StorePlace.Of(text);
            result.AddError(texts.Fill("cli.wrong.no-value", _ => "--store"));
        }
        catch (StoreException e)
        {
            result.AddError(e.In(texts));
        }
        return null;
    }

    private static DateOnly Day(System.CommandLine.Parsing.ArgumentResult result, Texts texts)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (AskedDay.TryRead(text, out var day))
            return day;
        var option = ((System.CommandLine.Parsing.OptionResult)result.Parent!).Option.Name;
        result.AddError(texts.Fill("cli.date", name => name == "option" ? option : text));
        return default;
    }
}

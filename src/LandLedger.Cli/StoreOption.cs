using System.CommandLine;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary><c>--store S</c>, and <c>--procedures DIR</c> beside it, by which the cases of the store are read.</summary>
internal sealed class StoreOption : Option<StorePlace>
{
    /// <summary>Takes the option, not yet read.</summary>
    /// <param name="byDefault">The place where none is written; null where one must be.</param>
    /// <param name="place">What a text names; null once it is told that it names none.</param>
    public StoreOption(
        Texts texts,
        string? byDefault,
        Func<System.CommandLine.Parsing.ArgumentResult, string, StorePlace?> place
    )
        : base("--store")
    {
        Description = texts["cli.store"];
        HelpName = "PARK.gpkg";
        Required = byDefault is null;
        Procedures = OwnProcedures.Option(texts);
        CustomParser = result => Place(result, result.Tokens.Count == 1 ? result.Tokens[0].Value : "");
        if (byDefault is not null)
            DefaultValueFactory = result => Place(result, byDefault)!;

        StorePlace? Place(System.CommandLine.Parsing.ArgumentResult result, string text) =>
            place(result, text) is { } named
            && OwnProcedures.Read(result.GetValue(Procedures), result, texts) is { } read
                ? named.With(read)
                : null;
    }

    /// <summary>Stands in the command, too.</summary>
    public Option<string?> Procedures { get; }

    /// <summary>Gives every command that has a store the option for its procedures.</summary>
    public static void Complete(Command command)
    {
        foreach (var below in command.Subcommands)
            Complete(below);
        if (command.Options.OfType<StoreOption>().FirstOrDefault() is { } store)
            command.Options.Add(store.Procedures);
    }
}

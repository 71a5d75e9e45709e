using System.Text;
using LandLedger.Turns;

namespace LandLedger.Formats.Lists;

/// <summary>
/// Plots that turned as CSV of the form of <see cref="CsvList"/>: one row for each step that turned the class, with what turned it in words, and
/// at its end what both evaluations rest on.
/// </summary>
public static class TurnCsv
{
    private static readonly string[] Titles =
    [
        "column.plot",
        "column.county",
        "turn.from",
        "turn.to",
        "turn.by",
        "turn.step-from",
        "turn.step-to",
        "turn.what",
        "turn.from-day",
        "turn.from-rules",
        "turn.to-day",
        "turn.to-rules",
    ];

    public static async Task WriteAsync(
        Stream output,
        ClassTurns turns,
        TurnSide from,
        TurnSide to,
        Texts texts,
        CancellationToken cancel = default
    )
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(Line(Titles.Select(title => texts[title]))).ConfigureAwait(false);
        string[] basis = [.. Basis(from), .. Basis(to)];
        foreach (var turn in turns.All(cancel))
        {
            foreach (var step in turn.Steps)
            {
                string[] cells =
                [
                    turn.Plot.Number,
                    turn.Plot.County,
                    TurnWords.Class(turn.From, texts),
                    TurnWords.Class(turn.To, texts),
                    TurnWords.By(step.By, texts),
                    TurnWords.Class(step.From, texts),
                    TurnWords.Class(step.To, texts),
                    string.Join(texts["list.semicolon"], TurnWords.Of(step, texts)),
                ];
                await text.WriteLineAsync(Line(cells.Select(CsvText.Guard).Concat(basis))).ConfigureAwait(false);
            }
        }
    }

    private static string[] Basis(TurnSide side) =>
        [Fact.Of(side.AsOf).ToString(), CsvText.Guard($"{side.Rules.Id}@{side.Rules.Version}")];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(CsvText.Quote));
}

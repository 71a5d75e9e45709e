namespace LandLedger.Disposal;

/// <summary>What a list says in words of the measures of a plot: the article of each, and how the idle fee is worked out.</summary>
internal static class ListedMeasures
{
    /// <summary>Each measure with the article that opens it; those of one article stand together.</summary>
    public static string? Clauses(DisposalRow row)
    {
        var (texts, rules) = (row.Texts, row.Evaluation.Rules);
        var measures = row.Evaluation.Measures;
        return measures.Length == 0
            ? null
            : string.Join(
                texts["list.semicolon"],
                measures
                    .GroupBy(measure => measure.Clause)
                    .Select(open =>
                        texts.Fill(
                            "list.measure",
                            place =>
                                place == "clause"
                                    ? Sentence.Of(open.Key, rules, texts)
                                    : string.Join(
                                        texts["list.comma"],
                                        open.Select(measure => Sentence.Of(measure.Kind, measure.IfCause, texts))
                                    )
                        )
                    )
            );
    }

    /// <summary>Price and share that the idle fee is made of, or what is missing to work it out; null where no fee is open.</summary>
    public static string? FeeBasis(DisposalRow row)
    {
        var (texts, price) = (row.Texts, row.Plot.Grant.Price);
        foreach (var measure in row.Evaluation.Measures)
        {
            if (measure.Kind != MeasureKind.IdleFee)
                continue;
            var basis = measure.Missing is { } missing
                ? texts.Fill("fee.unknown", _ => Sentence.Needed(missing.Id, texts))
                : texts.Fill(
                    "fee.worked",
                    place =>
                        place switch
                        {
                            "price" => FactText.Of(Fact.Of(price), texts),
                            "share" => FactText.Of(Fact.Of(measure.Share, Unit.Share), texts),
                            _ => FactText.Of(Fact.Of(measure.Amount), texts),
                        }
                );
            return Sentence.IfCause(basis, measure.IfCause, texts);
        }
        return null;
    }
}

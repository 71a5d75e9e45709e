namespace LandLedger.Appraisal;

/// <summary>A line of a published result (公示结果): firms by grade, and the total beside them. It is shown as it is printed, with what does not add up.</summary>
public sealed record PublishedCount(IReadOnlyDictionary<Grade, int> Parts, int Total)
{
    public int Sum => Parts.Values.Sum();

    /// <summary>Firms of the total that no grade has; below zero where the grades have more.</summary>
    public int Unaccounted => Total - Sum;

    public bool AddsUp => Unaccounted == 0;

    /// <summary>The line in words, with the difference where there is one.</summary>
    public string In(Language language)
    {
        var parts = string.Join(" + ", Parts.OrderBy(part => part.Key).Select(part => $"{part.Key} {part.Value}"));
        return Texts
            .In(language)
            .Fill(
                AddsUp ? "appraisal.published" : "appraisal.published-open",
                place =>
                    place switch
                    {
                        "parts" => parts,
                        "sum" => $"{Sum}",
                        "total" => $"{Total}",
                        _ => $"{Unaccounted}",
                    }
            );
    }
}

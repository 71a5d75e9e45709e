namespace LandLedger.Rules.Loading;

/// <summary>Dated numbers of one id as stretches of days: replacing some, and finding overlaps and gaps.</summary>
internal static class Timeline
{
    /// <summary>The numbers with those of <paramref name="own"/> laid over them: the others keep the days before and after.</summary>
    public static IEnumerable<Threshold> Replace(IEnumerable<Threshold> numbers, Threshold own)
    {
        foreach (var number in numbers)
        {
            if (number.Id != own.Id || Before(number.To, own.From) || Before(own.To, number.From))
            {
                yield return number;
                continue;
            }
            if (number.From < own.From)
                yield return number with
                {
                    To = own.From.AddDays(-1),
                };
            if (own.To is { } end && (number.To is not { } last || end < last))
                yield return number with
                {
                    From = end.AddDays(1),
                };
        }
    }

    /// <summary>Problem codes of the stretches of one id in order of days, with the day on which each begins.</summary>
    public static IEnumerable<(string Code, DateOnly Day)> Faults(IEnumerable<Threshold> ofOneId)
    {
        Threshold? before = null;
        foreach (var number in ofOneId.OrderBy(n => n.From))
        {
            if (before is not null)
            {
                if (before.To is not { } end || number.From <= end)
                    yield return ("overlap", number.From);
                else if (end.AddDays(1) < number.From)
                    yield return ("gap", end.AddDays(1));
            }
            before = number;
        }
    }

    /// <summary>Pairs that are in force on the same day although the one is no longer than the other.</summary>
    public static IEnumerable<(Threshold Shorter, Threshold Longer)> NotLonger(
        IReadOnlyList<Threshold> numbers,
        NumberKey shorter,
        NumberKey longer
    ) =>
        from one in numbers
        where one.Id == shorter.Id
        from other in numbers
        where other.Id == longer.Id
        where other.Value <= one.Value && !Before(one.To, other.From) && !Before(other.To, one.From)
        select (one, other);

    private static bool Before(DateOnly? end, DateOnly start) => end is { } day && day < start;
}

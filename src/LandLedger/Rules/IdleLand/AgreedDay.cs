namespace LandLedger.Rules.IdleLand;

/// <summary>
/// An agreed day as supplements leave it on the day judged: what the last supplement signed by then says, else the contract. A
/// supplement without a day of signing may or may not be in force, and of two signed on one day nobody can tell which counts, so the
/// day may be either; the later one favours the holder. Where nothing else states a day, it stands.
/// </summary>
/// <param name="Day">The later day, or null where none is agreed.</param>
/// <param name="Earlier">The earlier day where it is not certain which counts, else null.</param>
/// <param name="Former">The day that the supplement which gave <paramref name="Day"/> moved.</param>
/// <param name="BySupplement">Whether a supplement gave <paramref name="Day"/>.</param>
internal readonly record struct AgreedDay(DateOnly? Day, DateOnly? Earlier, DateOnly? Former, bool BySupplement)
{
    public static AgreedDay Start(Grant grant, DateOnly asOf) => Start(grant.AgreedStart, grant, asOf);

    /// <summary>Counted from a start that the contract does not state.</summary>
    public static AgreedDay Start(DateOnly? contract, Grant grant, DateOnly asOf) =>
        Of(contract, grant.Supplements, asOf, static supplement => supplement.AgreedStart);

    public static AgreedDay Completion(Grant grant, DateOnly asOf) =>
        Of(grant.AgreedCompletion, grant.Supplements, asOf, static supplement => supplement.AgreedCompletion);

    private static AgreedDay Of(
        DateOnly? contract,
        IReadOnlyList<Supplement> supplements,
        DateOnly asOf,
        Func<Supplement, DateOnly?> stated
    )
    {
        var certain = new AgreedDay(contract, null, null, false);
        DateOnly? lastSigned = null;
        for (var i = 0; i < supplements.Count; i++)
        {
            if (supplements[i].SignedOn is not { } signed || signed > asOf || stated(supplements[i]) is not { } day)
                continue;
            certain = signed == lastSigned ? certain.Or(day, certain.Former) : new(day, null, certain.Day, true);
            lastSigned = signed;
        }
        var found = certain;
        for (var i = 0; i < supplements.Count; i++)
        {
            if (supplements[i].SignedOn is null && stated(supplements[i]) is { } day)
                found = found.Or(day, certain.Day);
        }
        return found;
    }

    private AgreedDay Or(DateOnly unsigned, DateOnly? former)
    {
        if (Day is not { } day)
            return new(unsigned, null, null, true);
        if (unsigned > day)
            return new(unsigned, Earlier ?? day, former, true);
        return unsigned == day || Earlier <= unsigned ? this : this with { Earlier = unsigned };
    }
}

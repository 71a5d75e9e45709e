using LandLedger.Import;

namespace LandLedger.Rules;

/// <summary>How far a line of law may be trusted. Whatever rests on another than a read or checked line says so where it is shown.</summary>
public enum Trust
{
    /// <summary>[R] read in a public copy of the rule.</summary>
    Read,

    /// <summary>[U] widely held, the text itself was not read.</summary>
    Unverified,

    /// <summary>[S] stated in a work report.</summary>
    Stated,

    /// <summary>[C] computed or checked.</summary>
    Checked,

    /// <summary>[I] inference or a local choice.</summary>
    Inferred,
}

internal static class Trusts
{
    /// <summary>Whether an officer has to look for a document before acting on what has this mark.</summary>
    public static bool IsToVerify(this Trust trust) => trust is not (Trust.Read or Trust.Checked);
}

/// <summary>
/// A place in a legal instrument (法条): instrument id as in <c>data/law/instruments.json</c>, article as printed or as our sources number
/// it: whether "2(1)" is the first paragraph (款) or item (项) of art. 2 is not verified. "?" is an article that nobody has looked up: it is shown as
/// a blank to be filled in.
/// </summary>
public sealed record LawReference(string Instrument, string Article, Trust Trust)
{
    /// <summary>Stands for an article that nobody has looked up.</summary>
    public const string OpenArticle = "?";

    /// <summary>
    /// Whether an officer has to look for a document before acting on it (依据待核实): nobody read the text, a work report says so, or it
    /// is a choice of this software.
    /// </summary>
    public bool IsToVerify => Trust.IsToVerify();
}

/// <summary>
/// One number of law (标准值) with the days it is in force (both inclusive; no <see cref="To"/> means still), its unit and
/// the place it was taken from.
/// </summary>
public sealed record Threshold(string Id, decimal Value, Unit Unit, DateOnly From, DateOnly? To, LawReference Source)
{
    /// <summary>With <see cref="Denominator"/> the exact value where a decimal cannot hold it: one third is 1 over 3.</summary>
    public decimal Numerator { get; init; } = Value;

    public decimal Denominator { get; init; } = 1m;

    /// <summary>The value as a whole count of years, months or days.</summary>
    public int Whole => (int)Math.Min(Value, 9999m);

    /// <summary>
    /// Whether a stated share is strictly below the number. Facts are kept to <see cref="StoredNumber"/>'s 15 digits, so the number is
    /// held to as many: a third that was stated as 1/3 is a third.
    /// </summary>
    public bool IsAbove(decimal share) => StoredNumber.Rounded(share) < StoredNumber.Rounded(Value);

    /// <summary>
    /// Whether part ÷ whole is strictly below the number, without dividing and therefore exactly; only what is a share of the number to
    /// 15 digits, as 3.33333333333333 of 10 mu is a third, is taken as one that was stated.
    /// </summary>
    public bool IsAbove(decimal part, decimal whole)
    {
        var lacking = whole * Numerator - part * Denominator;
        return lacking > 0 && (lacking > whole * Near || IsAbove(part / whole));
    }

    /// <summary>Further apart no two numbers are the same to 15 digits.</summary>
    private const decimal Near = 0.000000000001m;
}

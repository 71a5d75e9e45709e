using System.Globalization;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.People;

/// <summary>
/// What lets a user in (令牌), as a store keeps it: of the secret that he shows, the digest alone. A token is never removed; one that is
/// revoked stays so.
/// </summary>
public sealed record Token
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 100;

    /// <summary>1, 2, … in the order in which a store was given them; 0 before that.</summary>
    public int Id { get; init; }

    /// <summary>Of its secret (<see cref="TokenSecret.Digest"/>).</summary>
    public required string Sha256 { get; init; }

    public required User User { get; init; }

    /// <summary>The first day on which it lets in.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The last day on which it lets in (inclusive); null for no end.</summary>
    public DateOnly? Until { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public string? RevokedBy { get; init; }

    /// <summary>From then on it lets nobody in.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>That a store holds a token of this id that no program of ours wrote.</summary>
    public static StoreException Damaged(int id) =>
        new(
            "token-damaged",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id.ToString(CultureInfo.InvariantCulture),
            }
        );

    /// <summary>The role of a code. No code stands for another role than its own.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Role RoleOf(string code) =>
        CodeText.Parse<Role>(code) is var role && CodeText.Of(role) == code ? role : throw new FormatException(code);

    /// <summary>Whether it lets its user in on a day.</summary>
    public bool IsGood(DateOnly on) => RevokedAt is null && Since <= on && !(Until < on);

    /// <summary>Whether a name can be that of a user, or of who makes and revokes tokens: one line, no longer than <see cref="LongestName"/>.</summary>
    public static bool IsName(string text) =>
        text.Length <= LongestName
        && text == text.Trim()
        && text.Length > 0
        && !text.Any(char.IsControl)
        && !StepTexts.HasLoneSurrogate(text);
}

using System.Runtime.CompilerServices;
using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Output;
using LandLedger.Rules;

namespace LandLedger.Formats.Json;

/// <summary>
/// What stands around the values of findings and conditions, encoded once a package: names, outcomes, clauses. Ids are
/// constants and clauses those of the package, so they are told apart by reference. One for each worker.
/// </summary>
internal sealed class EvidenceFrames(RuleSet rules)
{
    private readonly Dictionary<LawReference, byte[]> _clauses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Key, byte[]> _findings = [];
    private readonly Dictionary<Key, (byte[] Head, byte[] Tail)> _conditions = [];

    public RuleSet Rules => rules;

    /// <summary>A finding up to its conditions.</summary>
    public byte[] Of(in Finding finding)
    {
        var key = new Key(finding.Rule, finding.Verdict, finding.Clause);
        return _findings.TryGetValue(key, out var known)
            ? known
            : _findings[key] = Encoding.UTF8.GetBytes(
                $"{{\"rule\":\"{finding.Rule}\",\"verdict\":\"{Codes.Of(finding.Verdict)}\""
                    + Encoding.UTF8.GetString(Of(finding.Clause))
                    + ",\"evidence\":["
            );
    }

    /// <summary>A condition up to its value, and from the end of its limit on.</summary>
    public (byte[] Head, byte[] Tail) Of(in Condition condition)
    {
        var key = new Key(condition.Id, condition.Outcome, condition.Clause);
        return _conditions.TryGetValue(key, out var known)
            ? known
            : _conditions[key] = (
                Encoding.UTF8.GetBytes($"{{\"condition\":\"{condition.Id}\",\"value\":"),
                Encoding.UTF8.GetBytes(
                    $",\"outcome\":\"{Codes.Of(condition.Outcome)}\"" + Encoding.UTF8.GetString(Of(condition.Clause))
                )
            );
    }

    /// <summary>The whole member of a clause.</summary>
    public byte[] Of(LawReference clause)
    {
        if (_clauses.TryGetValue(clause, out var known))
            return known;
        var output = new Utf8Buffer();
        output.Raw(",\"clause\":{\"instrument\":"u8);
        output.String(clause.Instrument);
        output.Raw(",\"title\":"u8);
        output.StringOrNull(rules.Instruments.GetValueOrDefault(clause.Instrument)?.Title["zh"]);
        output.Raw(",\"article\":"u8);
        output.String(clause.Article);
        output.Raw(",\"trust\":"u8);
        output.String(Codes.Of(clause.Trust));
        output.Raw((byte)'}');
        return _clauses[clause] = output.Written.ToArray();
    }

    private readonly record struct Key(string Id, Outcome Outcome, LawReference Clause)
    {
        public bool Equals(Key other) =>
            ReferenceEquals(Id, other.Id) && Outcome == other.Outcome && ReferenceEquals(Clause, other.Clause);

        public override int GetHashCode() =>
            ((RuntimeHelpers.GetHashCode(Id) * 3) + (int)Outcome) ^ (RuntimeHelpers.GetHashCode(Clause) << 1);
    }
}

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
    /// <summary>Several times what a package has; two that fall on one place take turns.</summary>
    private const int Places = 1024;

    private readonly Dictionary<LawReference, byte[]> _clauses = new(ReferenceEqualityComparer.Instance);
    private readonly Frame?[] _findings = new Frame?[Places];
    private readonly Frame?[] _conditions = new Frame?[Places];

    public RuleSet Rules => rules;

    /// <summary>A finding up to its conditions.</summary>
    public byte[] Of(in Finding finding)
    {
        ref var frame = ref _findings[Place(finding.Rule, finding.Verdict, finding.Clause)];
        if (frame is null || !frame.Is(finding.Rule, finding.Verdict, finding.Clause))
            frame = new(finding.Rule, finding.Verdict, finding.Clause, HeadOf(finding), []);
        return frame.Head;
    }

    /// <summary>A condition up to its value, and from the end of its limit on.</summary>
    public (byte[] Head, byte[] Tail) Of(in Condition condition)
    {
        ref var frame = ref _conditions[Place(condition.Id, condition.Outcome, condition.Clause)];
        if (frame is null || !frame.Is(condition.Id, condition.Outcome, condition.Clause))
        {
            var head = Encoding.UTF8.GetBytes($"{{\"condition\":\"{condition.Id}\",\"value\":");
            frame = new(condition.Id, condition.Outcome, condition.Clause, head, TailOf(condition));
        }
        return (frame.Head, frame.Tail);
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

    private byte[] HeadOf(in Finding finding) =>
        [
            .. Encoding.UTF8.GetBytes($"{{\"rule\":\"{finding.Rule}\",\"verdict\":\"{Codes.Of(finding.Verdict)}\""),
            .. Of(finding.Clause),
            .. ",\"evidence\":["u8,
        ];

    private byte[] TailOf(in Condition condition) =>
        [.. Encoding.UTF8.GetBytes($",\"outcome\":\"{Codes.Of(condition.Outcome)}\""), .. Of(condition.Clause)];

    private static int Place(string id, Outcome outcome, LawReference clause) =>
        ((RuntimeHelpers.GetHashCode(id) * 3) + (RuntimeHelpers.GetHashCode(clause) * 7) + (int)outcome) & (Places - 1);

    private sealed record Frame(string Id, Outcome Outcome, LawReference Clause, byte[] Head, byte[] Tail)
    {
        public bool Is(string id, Outcome outcome, LawReference clause) =>
            ReferenceEquals(Id, id) && Outcome == outcome && ReferenceEquals(Clause, clause);
    }
}

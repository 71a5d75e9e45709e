namespace LandLedger.Tests.Cases;

/// <summary>A file of cases: what all of them have in common, and the cases.</summary>
public sealed class CaseFile
{
    /// <summary>Id of a shipped package, or path of a county's own under the cases.</summary>
    public string Package { get; set; } = "order-53";

    /// <summary>Facts of every case of the file; a case overrides them, and writes <c>unknown</c> to take one away.</summary>
    public Dictionary<string, string> Common { get; set; } = [];

    public List<RuleCase> Cases { get; set; } = [];
}

/// <summary>One plot as an officer would describe it, a day, and what the law says of it.</summary>
public sealed class RuleCase
{
    public string Name { get; set; } = "";

    /// <summary>Facts by field id, plus <c>measured_mu</c>. Money in yuan or with 万元, shares as numbers or with %.</summary>
    public Dictionary<string, string> Given { get; set; } = [];

    /// <summary>kind, from, to, established.</summary>
    public List<Dictionary<string, string>> Delays { get; set; } = [];

    /// <summary>signed_on, agreed_start, agreed_completion.</summary>
    public List<Dictionary<string, string>> Supplements { get; set; } = [];

    /// <summary>year, tax, output, revenue, added_value, kilowatt_hours.</summary>
    public List<Dictionary<string, string>> Years { get; set; } = [];

    public string AsOf { get; set; } = "";

    public Expected Expect { get; set; } = new();
}

/// <summary>What must come out. What is not written is not checked, but for cause and idle_since of an idle plot.</summary>
public sealed class Expected
{
    public string Category { get; set; } = "";

    public string? Cause { get; set; }

    public string? IdleSince { get; set; }

    /// <summary>All flags, in any order.</summary>
    public List<string>? Flags { get; set; }

    /// <summary>All fields and numbers that are missing, in any order.</summary>
    public List<string>? Missing { get; set; }

    /// <summary>All measures in order, each as <c>[if CAUSE: ]KIND[ AMOUNT][ needs FIELD]</c>, amount in yuan.</summary>
    public List<string>? Measures { get; set; }

    /// <summary>Figures in yuan per mu: tax, output, investment, assessed_value.</summary>
    public Dictionary<string, string> PerMu { get; set; } = [];

    public Dictionary<string, ExpectedFinding> Findings { get; set; } = [];
}

public sealed class ExpectedFinding
{
    public string? Verdict { get; set; }

    /// <summary>Instrument and article, e.g. <c>order-53 2(1)</c>.</summary>
    public string? Clause { get; set; }

    /// <summary>Each has an id, and may have outcome, value, limit, clause; one condition of the finding must fit all of them.</summary>
    public List<Dictionary<string, string>> Conditions { get; set; } = [];
}

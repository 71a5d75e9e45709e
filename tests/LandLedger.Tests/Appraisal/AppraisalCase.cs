namespace LandLedger.Tests.Appraisal;

/// <summary>A file of appraisals of one package.</summary>
public sealed class AppraisalFile
{
    /// <summary>Id of a shipped package, or file beside the cases.</summary>
    public string Package { get; set; } = "";

    /// <summary>Shipped tables of prices.</summary>
    public List<string> Prices { get; set; } = [];

    /// <summary>Of a package that says none.</summary>
    public int? Year { get; set; }

    /// <summary>Of every firm of the file; a firm overrides them, and writes <c>unknown</c> to take one away.</summary>
    public Dictionary<string, string> Common { get; set; } = [];

    public List<AppraisalCase> Cases { get; set; } = [];
}

/// <summary>Some firms, and what the package makes of them.</summary>
public sealed class AppraisalCase
{
    public string Name { get; set; } = "";

    /// <summary>As that of the file, which it overrides.</summary>
    public Dictionary<string, string> Common { get; set; } = [];

    /// <summary>Means of the year before by indicator.</summary>
    public Dictionary<string, string> LastYear { get; set; } = [];

    /// <summary>By code. Money in 万元, land in mu; see <see cref="CaseFirm"/>.</summary>
    public Dictionary<string, Dictionary<string, string>> Firms { get; set; } = [];

    /// <summary>So many firms more, F001 first, with stated sums of N, N − 1 … 1.</summary>
    public int Row { get; set; }

    /// <summary>By code, what is to be checked; see <see cref="Said"/>.</summary>
    public Dictionary<string, Dictionary<string, string>> Expect { get; set; } = [];

    /// <summary>By group: counts of A, B, C, D with blanks between, and behind a slash the members without grade or place.</summary>
    public Dictionary<string, string> Groups { get; set; } = [];
}

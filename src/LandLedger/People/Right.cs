namespace LandLedger.People;

/// <summary>What a user may do (权限). Which role may what is data, <c>data/people/roles.json</c>.</summary>
public enum Right
{
    /// <summary>Plots with their class, maps, sums and layers, as far as his role shows them.</summary>
    Read,

    /// <summary>What was concluded and why: evaluations with their evidence, cases, lists, progress.</summary>
    Files,

    /// <summary>The ledger, how a plot came to be what it is, and what was imported.</summary>
    History,

    /// <summary>To import files.</summary>
    Import,

    /// <summary>To open cases and take steps of them.</summary>
    Step,

    /// <summary>To issue lists and take steps about them.</summary>
    Issue,

    /// <summary>To add, alter and end plots one by one.</summary>
    Edit,

    /// <summary>To replace and remove reference layers.</summary>
    Layer,

    /// <summary>To make and revoke tokens.</summary>
    Token,

    /// <summary>The files that stand behind steps of cases: they may tell of holder, price and tax whatever is hidden elsewhere.</summary>
    Evidence,

    /// <summary>To put and take back the office's own templates and working calendar.</summary>
    Office,
}

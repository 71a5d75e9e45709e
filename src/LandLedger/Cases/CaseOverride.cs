using LandLedger.Fields;

namespace LandLedger.Cases;

/// <summary>A class set in the place of the computed one (另定类别): both, with the reason and the number of the document.</summary>
public sealed record CaseOverride(Category Computed, Category Set, string Reason, string Document, DateOnly Day)
{
    /// <summary>Ids of the facts that the step asks for; the loader holds it to them.</summary>
    internal const string ComputedClass = "computed-class";
    internal const string SetClass = "set-class";
    internal const string DocumentNumber = "document";

    internal static CaseOverride Of(CaseStep step) =>
        new(
            CodeText.Parse<Category>(step.Fact(ComputedClass).Text),
            CodeText.Parse<Category>(step.Fact(SetClass).Text),
            step.Reason!,
            step.Fact(DocumentNumber).Text!,
            step.Day
        );
}

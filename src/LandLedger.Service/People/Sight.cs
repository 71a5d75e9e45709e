using LandLedger.People;

namespace LandLedger.Service.People;

/// <summary>What a user sees of the park: which plots, and what of them not. Users of one sight get the same answers.</summary>
/// <param name="Hidden">What is hidden from him.</param>
internal sealed record Sight(Scope Scope, FieldGroups Hidden)
{
    public static Sight Of(User user) => new(user.Scope, user.Role.Hides());

    /// <summary>Whether outlines are hidden from him: he sees the points of <see cref="ShapeCell"/> in their place.</summary>
    public bool HidesShapes => Hidden.HasFlag(FieldGroups.Shape);

    /// <summary>Whether the store is to him as it is.</summary>
    public bool IsOfStore => Scope.IsAll && !HidesShapes;
}

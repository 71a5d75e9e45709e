using LandLedger.Fields;
using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.People;

/// <summary>Whom a request is from.</summary>
/// <param name="IsSignedIn">Whether he has shown who he is; else he is whoever sits at this machine, and says himself for whom he writes.</param>
/// <param name="Stamp">That of the store when he came in (<see cref="OpenStore.Stamp"/>).</param>
internal sealed record Caller(User User, bool IsSignedIn, string Stamp)
{
    /// <summary>Whom a request is from, once it has passed the guard by a route that asks who comes.</summary>
    public static Caller Of(HttpRequest request) => Find(request)!;

    /// <summary>Null on routes that ask nobody.</summary>
    public static Caller? Find(HttpRequest request) => request.HttpContext.Features.Get<Caller>();

    /// <summary>The name that what he writes bears: that which the request says, else his own.</summary>
    public string Writer(Query query) => query.Of(Parameters.Writer) ?? User.Name;

    /// <summary>The problem of a request that says another name or role than his; who is not signed in may say any.</summary>
    public Problem? Refusal(string? who, string? role = null) =>
        IsSignedIn && ((who ?? User.Name) != User.Name || (role ?? CodeText.Of(User.Role)) != CodeText.Of(User.Role))
            ? new("user-other", ("user", User.Name), ("role", CodeText.Of(User.Role)))
            : null;

    /// <summary>The problem of who may not do that, or not see what it tells, with the roles that may.</summary>
    public Problem? Refusal(Right right, FieldGroups tells) =>
        User.Role.May(right) && (User.Role.Hides() & tells) == FieldGroups.None
            ? null
            : new(
                "role-may-not",
                ("needed", string.Join(", ", RoleRules.With(right, tells).Select(CodeText.Of))),
                ("role", CodeText.Of(User.Role))
            );

    public void EnterBy(HttpContext context) => context.Features.Set(this);
}
